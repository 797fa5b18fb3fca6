import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './command.js';

const EXTENSIONS = /\.(jpe?g|png|webp|tiff?|gif|bmp|heic|heif|pdf)$/i;

/**
 * The files that a user means: files as named, folders with all documents below them, in the order of their names. A named
 * file is taken whatever its ending, because the content decides.
 *
 * @throws {UsageError} where a path does not exist, or nothing is left
 */
export async function expandPaths(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => {
      throw new UsageError(`There is no file or folder "${path}".`);
    });
    if (!info.isDirectory()) {
      files.push(path);
      continue;
    }
    const names = await readdir(path, { recursive: true });
    files.push(
      ...names
        .filter((name) => EXTENSIONS.test(name))
        .sort()
        .map((name) => join(path, name)),
    );
  }
  if (files.length === 0) throw new UsageError('Name at least one file, or a folder with documents in it.');
  return files;
}
