// The page: shows the view that the server sends, and sends files.
import type { DossierView } from '../view.js';
import { forget, type KeptTransfer, keep, keptFor } from './kept.js';
import { render } from './render.js';
import { Refused, send } from './resumable.js';
import { type Language, TEXTS } from './texts.js';

const dossier = location.pathname.split('/').at(-1) ?? '';
const MAX_BYTES = 20 * 1024 * 1024;

/** What only this page knows: how far its own uploads are, and what went wrong with them. */
export interface LocalState {
  language: Language;
  view: DossierView | undefined;
  /** The stream from the server is interrupted. */
  offline: boolean;
  readonly sending: Map<
    string,
    { requirement: string; name: string; sent: number; size: number; waiting: boolean }
  >;
  readonly problems: Map<string, string>;
}

const state: LocalState = {
  language: initialLanguage(),
  view: undefined,
  offline: false,
  sending: new Map(),
  problems: new Map(),
};

function initialLanguage(): Language {
  const wanted = [
    new URLSearchParams(location.search).get('locale'),
    localStorage.getItem('locale'),
    ...navigator.languages,
  ];
  const known = wanted.map((tag) => (tag ?? '').slice(0, 2)).find((tag) => tag in TEXTS);
  return (known ?? 'en') as Language;
}

let planned = false;
/** At most once a frame. */
function show(): void {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    render(state, { onFiles: (requirement, files) => void take(requirement, files), onLanguage });
  });
}

let stream: EventSource | undefined;
function follow(): void {
  stream?.close();
  stream = new EventSource(`/api/dossiers/${dossier}/events?locale=${state.language}`);
  stream.addEventListener('view', (event) => {
    state.view = JSON.parse((event as MessageEvent<string>).data) as DossierView;
    state.offline = false;
    show();
  });
  // The browser connects again by itself.
  stream.addEventListener('error', () => {
    state.offline = true;
    show();
  });
}

function onLanguage(language: Language): void {
  state.language = language;
  localStorage.setItem('locale', language);
  follow();
  show();
}

async function take(requirement: string, files: Iterable<File>): Promise<void> {
  state.problems.delete(requirement);
  for (const file of files) {
    if (file.size > MAX_BYTES) {
      state.problems.set(requirement, 'tooLarge');
      continue;
    }
    const transfer: KeptTransfer = { key: crypto.randomUUID(), file, dossier, requirement };
    await keep(transfer);
    void transmit(transfer);
  }
  show();
}

/** Sends one file. Of several tabs only one does; when it is closed, the next one goes on. */
function transmit(transfer: KeptTransfer): Promise<void> {
  return navigator.locks.request(`upload ${transfer.key}`, async () => {
    const { key, file, requirement } = transfer;
    const stillKept = (await keptFor(dossier)).find((kept) => kept.key === key);
    const current = stillKept ?? transfer;
    if (!stillKept && transfer.url) return;
    const mine = { requirement, name: file.name, sent: 0, size: file.size, waiting: false };
    state.sending.set(key, mine);
    show();
    try {
      await send(current, {
        onUrl: (url) => void keep({ ...current, url }),
        onProgress: (sent) => {
          mine.sent = sent;
          show();
        },
        onWaiting: (waiting) => {
          mine.waiting = waiting;
          show();
        },
      });
    } catch (error) {
      const status = error instanceof Refused ? error.status : 0;
      // A file that was sent to its end and examined is not there any more: that is no problem.
      if (!(current.url && (status === 404 || status === 410))) {
        state.problems.set(
          requirement,
          status === 413 ? 'tooLarge' : status === 429 ? 'tooMany' : 'notTaken',
        );
      }
    }
    await forget(key);
    state.sending.delete(key);
    show();
  });
}

// A lost network is noticed by the device long before a stream without traffic would miss it.
addEventListener('offline', () => {
  state.offline = true;
  show();
});
addEventListener('online', follow);

follow();
show();
void keptFor(dossier).then((kept) => kept.forEach((transfer) => void transmit(transfer)));
