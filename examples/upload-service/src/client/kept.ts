// Files that are not sent yet, kept in the browser (IndexedDB), so that a page that was closed or reloaded goes on by itself.
import type { Transfer } from './resumable.js';

export type KeptTransfer = Transfer & { readonly key: string };

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('uploads', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('transfers', { keyPath: 'key' });
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await open()).transaction('transfers', mode).objectStore('transfers');
}

/** Keeps a transfer. Where the browser cannot (private windows), the upload still works while the page is open. */
export async function keep(transfer: KeptTransfer): Promise<void> {
  await store('readwrite')
    .then((all) => settled(all.put(transfer)))
    .catch(() => {});
}

export async function forget(key: string): Promise<void> {
  await store('readwrite')
    .then((all) => settled(all.delete(key)))
    .catch(() => {});
}

export async function keptFor(dossier: string): Promise<readonly KeptTransfer[]> {
  const all = await store('readonly')
    .then((kept) => settled(kept.getAll() as IDBRequest<KeptTransfer[]>))
    .catch(() => []);
  return all.filter((transfer) => transfer.dossier === dossier);
}
