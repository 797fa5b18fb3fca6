import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Raster } from '@dossierkit/doc-raster';
import sharp from 'sharp';
import { UsageError } from './command.js';

/** Writes pictures of pages with what was noticed drawn over them. */
export interface PictureWriter {
  /** `svg` is as large as the raster. Pictures are called `FILE-PAGE-COMMAND.png`; those of one run never replace each other. */
  write(file: string, page: number, raster: Raster, svg: string): Promise<void>;
}

/** The help of the option, for commands that have it. */
export const PICTURES_OPTION = {
  type: 'string',
  value: 'DIR',
  help: 'write a PNG of each page with what was noticed drawn over it',
} as const;

/** @throws {UsageError} where the folder cannot be made */
export async function createPictureWriter(folder: string, command: string): Promise<PictureWriter> {
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new UsageError(`The folder "${folder}" cannot be made.`);
  });
  const taken = new Set<string>();
  return {
    async write(file, page, { widthPx: width, heightPx: height, channels, data }, svg) {
      const stem = `${basename(file, extname(file))}-${page + 1}-${command}`;
      let name = stem;
      for (let n = 2; taken.has(name); n++) name = `${stem}-${n}`;
      taken.add(name);
      await sharp(data, { raw: { width, height, channels } })
        .toColourspace('srgb')
        .composite([{ input: Buffer.from(svg), top: 0, left: 0 }])
        .png()
        .toFile(join(folder, `${name}.png`));
    },
  };
}
