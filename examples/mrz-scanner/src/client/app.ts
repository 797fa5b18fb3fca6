import { matchLocale, plainDate, renderMessage } from '@dossierkit/core';
import { drawMrz, type MrzReading, messages } from '@dossierkit/mrz-check';
import type { ReadAnswer, ReadRequest } from './reader-worker.js';

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const stage = element<HTMLCanvasElement>('still');
const overlay = element('overlay');
const status = element('status');
const fields = element('fields');
const video = element<HTMLVideoElement>('video');
const locale = matchLocale(new URLSearchParams(location.search).get('locale') ?? navigator.languages);
/** Enough for a zone that fills half of the frame, and quick to read. */
const LONGEST_PX = 1600;

const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
const waiting = new Map<number, (answer: ReadAnswer) => void>();
let lastId = 0;
worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
};

/** Reads what the canvas shows. The pixels go to the worker and nowhere else. */
function read(): Promise<ReadAnswer> {
  const context = stage.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  const { data, width, height } = context.getImageData(0, 0, stage.width, stage.height);
  const id = ++lastId;
  const today = plainDate(new Date().toISOString().slice(0, 10));
  const request: ReadRequest = {
    id,
    raster: { widthPx: width, heightPx: height, channels: 4, data },
    at: today,
  };
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker.postMessage(request, [data.buffer]);
  });
}

function paint(source: CanvasImageSource, width: number, height: number): void {
  const scale = Math.min(1, LONGEST_PX / Math.max(width, height));
  stage.width = Math.round(width * scale);
  stage.height = Math.round(height * scale);
  stage.getContext('2d', { willReadFrequently: true })?.drawImage(source, 0, 0, stage.width, stage.height);
}

function show({ report, ms }: ReadAnswer): void {
  const reading = report.value;
  overlay.innerHTML = reading ? drawMrz(reading, { widthPx: stage.width, heightPx: stage.height }) : '';
  document.body.dataset.verdict = reading ? report.verdict : 'none';
  const open = report.findings.filter(({ outcome }) => outcome !== 'passed');
  status.replaceChildren(
    ...open.map((finding) => {
      const { text, advice } = renderMessage(messages, finding, locale);
      return paragraph(`${text} ${advice}`, finding.severity);
    }),
    paragraph(`${Math.round(ms)} ms`, 'info'),
  );
  fields.replaceChildren(...(reading ? rowsOf(reading) : []));
}

function paragraph(text: string, severity: string): HTMLElement {
  const p = document.createElement('p');
  p.textContent = text;
  p.dataset.severity = severity;
  return p;
}

function rowsOf({ lines, fields: read }: MrzReading): HTMLElement[] {
  const rows: [string, string | undefined][] = [
    ['MRZ', lines.join('\n')],
    ['Name', `${read.givenNames} ${read.surname}`.trim()],
    ['Document', `${read.documentCode} ${read.issuingState} ${read.documentNumber}`],
    ['Birth', read.birthDate?.date],
    ['Expiry', read.expiryDate?.date],
    ['Nationality', read.nationality],
  ];
  return rows.flatMap(([term, value]) => {
    if (!value) return [];
    const dt = document.createElement('dt');
    dt.textContent = term;
    const dd = document.createElement('dd');
    dd.textContent = value;
    return [dt, dd];
  });
}

element<HTMLInputElement>('file').addEventListener('change', async ({ target }) => {
  const file = (target as HTMLInputElement).files?.[0];
  if (!file) return;
  stop();
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  paint(picture, picture.width, picture.height);
  picture.close();
  show(await read());
});

let stream: MediaStream | undefined;

element('camera').addEventListener('click', async () => {
  stop();
  stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1920 } },
  });
  video.srcObject = stream;
  await video.play();
  // Frame after frame, until one is read in which every check digit holds.
  while (stream) {
    if (video.videoWidth > 0) {
      paint(video, video.videoWidth, video.videoHeight);
      const answer = await read();
      show(answer);
      if (answer.report.value?.valid && answer.report.value.sight?.doubts.length === 0) stop();
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
});

function stop(): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = undefined;
  video.srcObject = null;
}
