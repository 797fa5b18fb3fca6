import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fail } from './failure.js';
import type { OcrLanguage } from './ocr-thread.js';

const require = createRequire(import.meta.url);

/** The packages that come with this one, each named in full so that tools see what is used. */
const INSTALLED: Readonly<Record<string, () => string>> = {
  fra: () => require.resolve('@tesseract.js-data/fra/package.json'),
  deu: () => require.resolve('@tesseract.js-data/deu/package.json'),
  eng: () => require.resolve('@tesseract.js-data/eng/package.json'),
};

/**
 * Where the data of each language is: in the host's folder, else in an installed package. Nothing is downloaded.
 *
 * A code is letters, digits and underscores (`chi_sim`), so that none can name a path.
 */
export async function findLanguages(
  codes: readonly string[],
  dataFolder: string | undefined,
): Promise<OcrLanguage[]> {
  return Promise.all(codes.map((code) => findLanguage(code, dataFolder)));
}

async function findLanguage(code: string, dataFolder: string | undefined): Promise<OcrLanguage> {
  if (/^\w+$/.test(code)) {
    for (const gzip of dataFolder === undefined ? [] : [false, true]) {
      const file = `${code}.traineddata${gzip ? '.gz' : ''}`;
      if (await exists(join(dataFolder ?? '', file))) return { code, folder: dataFolder ?? '', gzip };
    }
    const folder = packageFolder(code);
    if (folder) return { code, folder, gzip: true };
  }
  throw fail('doc-reader/language-missing', { language: code });
}

/** The small integer models: as right as the large ones on documents, and faster. */
function packageFolder(code: string): string | undefined {
  const manifest = Object.hasOwn(INSTALLED, code) ? INSTALLED[code]?.() : undefined;
  return manifest && join(dirname(manifest), '4.0.0_best_int');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
