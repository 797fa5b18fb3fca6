import type { Raster } from '@dossierkit/doc-raster';

/** Keeps what was decoded last, up to a number of bytes, and lets callers who come meanwhile share the work. */
export class RasterCache {
  readonly #maxBytes: number;
  readonly #entries = new Map<string, { readonly raster: Promise<Raster>; bytes: number }>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string, decode: () => Promise<Raster>): Promise<Raster> {
    const known = this.#entries.get(key);
    if (known) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.raster;
    }
    const entry = { raster: decode(), bytes: 0 };
    this.#entries.set(key, entry);
    entry.raster.then(
      (raster) => {
        if (this.#entries.get(key) !== entry) return;
        entry.bytes = raster.data.byteLength;
        this.#bytes += entry.bytes;
        this.#shrink(key);
      },
      () => {
        if (this.#entries.get(key) === entry) this.#entries.delete(key);
      },
    );
    return entry.raster;
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #shrink(keep: string): void {
    for (const [key, { bytes }] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) return;
      if (key === keep || bytes === 0) continue;
      this.#entries.delete(key);
      this.#bytes -= bytes;
    }
  }
}
