import {
  directionOf,
  type Locale,
  matchLocale,
  renderMessage,
  type Sha256,
  timestampFromMs,
} from '@dossierkit/core';
import {
  checkQuality,
  liveMaxSidePx,
  messages,
  type PageImage,
  qualityPolicies,
  renderQualityOverlay,
} from '@dossierkit/doc-quality';
import { pageImageFrom } from '@dossierkit/doc-quality/browser';
import { standInStream } from './stand-in.js';
import { TEXTS } from './texts.js';

/** How many good pictures in a row it takes, so that a lucky one between two movements is not taken. */
const GOOD_IN_A_ROW = 3;

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const video = element<HTMLVideoElement>('video');
const still = element<HTMLCanvasElement>('still');
const overlay = element('overlay');
const hint = element('hint');
const server = element('server');
const chooser = element<HTMLSelectElement>('locale');

let locale: Locale = matchLocale(new URLSearchParams(location.search).get('locale') ?? navigator.languages);
let lastPicture: PageImage | undefined;
let stream: MediaStream | undefined;
let retakes = 0;
const scratch = new OffscreenCanvas(1, 1);

function speak(): void {
  const texts = TEXTS[locale];
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  chooser.value = locale;
  element('title').textContent = texts.title;
  element('camera').textContent = texts.camera;
  element('choose').textContent = texts.choose;
  if (lastPicture) show(lastPicture);
  else tell('idle', texts.start);
}

function tell(state: 'idle' | 'good' | 'bad', ...lines: string[]): void {
  hint.dataset.state = state;
  hint.replaceChildren(
    ...lines.filter(Boolean).map((line) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}

/** Checks a picture, draws what was found, and says the most important thing to do. */
function show(page: PageImage): boolean {
  lastPicture = page;
  const started = performance.now();
  const report = checkQuality(page, {
    at: timestampFromMs(Date.now()),
    policy: qualityPolicies.standard,
    // Live pictures are not kept, so they need no digest.
    subject: '0'.repeat(64) as Sha256,
    ...(stream ? { maxSidePx: liveMaxSidePx } : {}),
  });
  document.body.dataset.checkMs = (performance.now() - started).toFixed(1);
  document.body.dataset.verdict = report.verdict;
  const { widthPx, heightPx } = page.raster;
  overlay.innerHTML = renderQualityOverlay(report, {
    widthPx,
    heightPx,
    label: (finding) => renderMessage(messages, finding, locale).text,
  });
  const failed = report.findings.filter(
    ({ outcome, severity }) => outcome === 'failed' && severity !== 'info',
  );
  const worst = failed.find(({ severity }) => severity === 'critical') ?? failed[0];
  if (worst) {
    const { text, advice } = renderMessage(messages, worst, locale);
    tell('bad', text, advice);
  } else {
    tell('good', stream ? TEXTS[locale].holdStill : TEXTS[locale].good);
  }
  return report.verdict === 'accept';
}

async function watch(): Promise<void> {
  element('camera').toggleAttribute('disabled', true);
  stream = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment', width: 1280, height: 720 } })
    .catch(() => standInStream());
  video.srcObject = stream;
  video.hidden = false;
  still.hidden = true;
  await video.play();
  let good = 0;
  const look = (): void => {
    if (!stream) return;
    good = show(pageImageFrom(video, { canvas: scratch, maxSidePx: 2 * liveMaxSidePx })) ? good + 1 : 0;
    if (good >= GOOD_IN_A_ROW) void capture();
    else video.requestVideoFrameCallback(look);
  };
  video.requestVideoFrameCallback(look);
}

async function capture(): Promise<void> {
  still.width = video.videoWidth;
  still.height = video.videoHeight;
  still.getContext('2d')?.drawImage(video, 0, 0);
  stopCamera();
  still.hidden = false;
  tell('good', TEXTS[locale].captured);
  const blob = await new Promise<Blob | null>((resolve) => still.toBlob(resolve, 'image/jpeg', 0.92));
  if (blob) await send(blob);
}

function stopCamera(): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = undefined;
  video.hidden = true;
  element('camera').toggleAttribute('disabled', false);
}

async function choose(file: File): Promise<void> {
  stopCamera();
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) {
    lastPicture = undefined;
    tell('bad', TEXTS[locale].unreadable);
    return;
  }
  still.width = bitmap.width;
  still.height = bitmap.height;
  still.getContext('2d')?.drawImage(bitmap, 0, 0);
  still.hidden = false;
  if (show(pageImageFrom(bitmap)) || retakes >= qualityPolicies.standard.maxRetakes) await send(file);
  else retakes++;
}

async function send(file: Blob): Promise<void> {
  const answer = await fetch(`/upload?retakes=${retakes}`, { method: 'POST', body: file });
  const { plan, findings } = (await answer.json()) as {
    plan: string;
    findings: Parameters<typeof renderMessage>[1][];
  };
  const texts = TEXTS[locale];
  const verdict = plan === 'accept' ? texts.accepted : plan === 'ask-again' ? texts.again : texts.review;
  const problems = findings.map((finding) => renderMessage(messages, finding, locale).text);
  server.textContent = [verdict, ...problems].join('\n');
  document.body.dataset.plan = plan;
}

chooser.addEventListener('change', () => {
  locale = matchLocale(chooser.value);
  speak();
});
element('camera').addEventListener('click', () => void watch());
element<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
  const file = (target as HTMLInputElement).files?.[0];
  if (file) void choose(file);
});
video.hidden = true;
still.hidden = true;
speak();
