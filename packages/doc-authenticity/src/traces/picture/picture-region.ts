import type { Box } from '@dossierkit/core';

/** A place that looks as if it had another origin than the rest, and how sure that is; each rule has its own measure. */
export interface PictureRegion {
  readonly box: Box;
  readonly surety: number;
}
