import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Row, type SortOptions, sortFile } from './sort-file.js';

/** Looks at every file of a folder, also in folders inside it; hidden files are passed over. */
export async function sortFolder(
  folder: string,
  options: SortOptions,
  progress: (done: number, all: number, file: string) => void,
): Promise<Row[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const rows: Row[] = [];
  for (const [at, path] of files.entries()) {
    const file = path.slice(folder.length).replace(/^[\\/]+/, '');
    progress(at, files.length, file);
    rows.push(await sortFile(path, file, options));
  }
  return rows;
}
