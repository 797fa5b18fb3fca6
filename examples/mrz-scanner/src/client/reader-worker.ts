import type { PlainDate } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import { checkMrz, readMrz } from '@dossierkit/mrz-check';

/** One picture to read, and the day on which to judge it. */
export interface ReadRequest {
  readonly id: number;
  readonly raster: Raster;
  readonly at: PlainDate;
}

export interface ReadAnswer {
  readonly id: number;
  readonly report: ReturnType<typeof checkMrz>;
  readonly ms: number;
}

// A worker, so that the camera's picture does not stand still while a frame is read.
self.onmessage = ({ data }: MessageEvent<ReadRequest>) => {
  const start = performance.now();
  const report = checkMrz(readMrz(data.raster, { at: data.at }), { at: data.at });
  self.postMessage({ id: data.id, report, ms: performance.now() - start } satisfies ReadAnswer);
};
