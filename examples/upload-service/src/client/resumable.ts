// A small client of the tus protocol: creates an upload, sends it in pieces, and after anything that breaks asks the server
// how far it came and goes on from there. @see https://tus.io/protocols/resumable-upload (1.0.0)

/** Small enough that a lost connection costs seconds, large enough that a good one is not slowed down. */
const PIECE_BYTES = 512 * 1024;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const TUS = { 'Tus-Resumable': '1.0.0' };

export interface Transfer {
  readonly file: File;
  readonly dossier: string;
  readonly requirement: string;
  /** The upload's URL, where it was created before. */
  url?: string;
}

export interface TransferEvents {
  readonly onUrl: (url: string) => void;
  readonly onProgress: (sentBytes: number) => void;
  /** The connection broke; it is tried again by itself. */
  readonly onWaiting: (waiting: boolean) => void;
}

/** Why the server does not want the file: its HTTP status. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`${status}`);
    this.status = status;
  }
}

/** Sends a file to its end, however often the connection breaks. Rejects with {@link Refused} only. */
export async function send(transfer: Transfer, events: TransferEvents): Promise<void> {
  let waitMs = FIRST_WAIT_MS;
  for (;;) {
    try {
      transfer.url ??= await create(transfer, events);
      let offset = await offsetOf(transfer.url);
      while (offset < transfer.file.size) {
        events.onProgress(offset);
        offset = await sendPiece(transfer.url, transfer.file, offset);
        events.onWaiting(false);
        waitMs = FIRST_WAIT_MS;
      }
      events.onProgress(offset);
      return;
    } catch (error) {
      if (error instanceof Refused) throw error;
      events.onWaiting(true);
      await pause(waitMs);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    }
  }
}

async function create({ file, dossier, requirement }: Transfer, { onUrl }: TransferEvents): Promise<string> {
  const metadata = { dossier, requirement, name: file.name };
  const response = await fetch('/api/uploads', {
    method: 'POST',
    headers: {
      ...TUS,
      'Upload-Length': String(file.size),
      'Upload-Metadata': Object.entries(metadata)
        .map(([key, value]) => `${key} ${base64(value)}`)
        .join(','),
    },
  });
  const location = answered(response).headers.get('location') ?? '';
  onUrl(location);
  return location;
}

async function offsetOf(url: string): Promise<number> {
  const response = answered(await fetch(url, { method: 'HEAD', headers: TUS, cache: 'no-store' }));
  return Number(response.headers.get('upload-offset'));
}

async function sendPiece(url: string, file: File, offset: number): Promise<number> {
  const response = await fetch(url, {
    method: 'PATCH',
    headers: { ...TUS, 'Upload-Offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: file.slice(offset, offset + PIECE_BYTES),
  });
  // Another tab, or our own lost request, was there before: ask again where to go on.
  if (response.status === 409 || response.status === 423) throw new Error('elsewhere');
  return Number(answered(response).headers.get('upload-offset'));
}

/** A server that is down or restarting is waited for; one that says no is believed. */
function answered(response: Response): Response {
  if (response.ok) return response;
  if (response.status >= 500) throw new Error(`${response.status}`);
  throw new Refused(response.status);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Until the time is up, or the device is online again. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
    addEventListener('online', done);
  });
}
