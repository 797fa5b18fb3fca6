import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Sharp = typeof import('sharp').default;

const FONTS = join(dirname(fileURLToPath(import.meta.url)), '../../specimens/assets/fonts');

/** The file of one of the fonts that come with `specimens`. */
export const fontFile = (name: string): string => join(FONTS, name);

/** sharp, whose text knows these fonts and no others; call it before anything else loads sharp. */
export async function sharpWithFonts(...files: readonly string[]): Promise<Sharp> {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  for (const file of files) copyFileSync(file, join(folder, basename(file)));
  const config = join(folder, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = config; // read by sharp's text renderer when it is loaded
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { default: sharp } = await import('sharp');
  return sharp;
}
