import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Box } from '@dossierkit/core';

/** What one edit does: at this place stands a text, and another is wanted. */
export interface EditTask {
  readonly bytes: Uint8Array;
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  /** Of the page, in points. */
  readonly size: { readonly width: number; readonly height: number };
  readonly wanted: string;
  /** Whether the tool leaves the dates and names in the file as they were, as a careful person would have it. */
  readonly quiet: boolean;
}

export type Edit = (task: EditTask) => Promise<Uint8Array>;

/** The tools are no dependencies of this repository: they are loaded from a folder into which they were installed. */
export type LoadTool = <T>(name: string) => Promise<T>;

export function loadToolsFrom(folder: string): LoadTool {
  const require = createRequire(join(folder, 'index.js'));
  return async (name) => (await import(pathToFileURL(require.resolve(name)).href)) as never;
}

/** The place in points from the lower left corner, with a little room around it. */
export function inPoints(
  { x, y, width, height }: Box,
  page: { readonly width: number; readonly height: number },
): { x: number; y: number; width: number; height: number; size: number } {
  const size = height * page.height;
  return {
    x: x * page.width - 1,
    y: (1 - y - height) * page.height - size * 0.15,
    width: width * page.width + 2,
    height: size * 1.25,
    size: size * 0.95,
  };
}
