/** A program that can be told by how it begins a file. */
export interface PdfWriter {
  readonly name: string;
  /** Part of what it writes as producer; where the file names another, somebody wrote it again. */
  readonly signsAs: readonly string[];
  /** It makes no documents of its own: what it wrote was made by something else and came through it. */
  readonly onlyRewrites?: true;
}

/**
 * The comment of binary bytes after the header, which ISO 32000-1 (7.5.2) recommends and every program chooses for itself.
 * Taken from files that these programs wrote. Marks that several share (`âãÏÓ` of Adobe, iText, pypdf) say nothing.
 */
const WRITERS: Readonly<Record<string, PdfWriter>> = {
  '81818181': { name: 'pdf-lib', signsAs: ['pdf-lib'] },
  bff7a2fe: { name: 'qpdf', signsAs: ['qpdf', 'pikepdf', 'ocrmypdf'], onlyRewrites: true },
  c4e5f2e5eba7f3a0d0c4c6: { name: 'macOS Quartz', signsAs: ['Quartz', 'macOS', 'Mac OS X'] },
  b5b5b5b5: { name: 'Microsoft Office', signsAs: ['Microsoft'] },
  d3ebe9e1: { name: 'Chrome (Skia)', signsAs: ['Skia', 'Chrom', 'HeadlessChrome'] },
  c7ec8fa2: { name: 'Ghostscript', signsAs: ['Ghostscript'] },
  b5edaefb: { name: 'cairo', signsAs: ['cairo'] },
  c3a4c3bcc3b6c39f: { name: 'LibreOffice', signsAs: ['LibreOffice', 'OpenOffice', 'Collabora'] },
  f6e4fcdf: { name: 'PDFBox', signsAs: ['PDFBox'] },
  a1b3c5d7: { name: 'PDFium', signsAs: ['PDFium'], onlyRewrites: true },
  c2b5c2b6: { name: 'MuPDF', signsAs: ['MuPDF'], onlyRewrites: true },
  '938c8b9e': { name: 'ReportLab', signsAs: ['ReportLab'] },
};

/** The program that wrote the file last as a whole, where its mark is known to be its own. */
export function writerOf(bytes: Uint8Array): PdfWriter | undefined {
  const end = Math.min(64, bytes.length);
  // The header itself is a comment, too: the mark is on the line after it.
  const header = bytes.subarray(0, 20).findIndex((byte) => byte === 10 || byte === 13);
  if (header < 0) return undefined;
  let at = header;
  while (at < end && (bytes[at] === 10 || bytes[at] === 13)) at++;
  if (bytes[at] !== 0x25) return undefined;
  let mark = '';
  for (at++; at < end && (bytes[at] as number) >= 128; at++)
    mark += (bytes[at] as number).toString(16).padStart(2, '0');
  return Object.hasOwn(WRITERS, mark) ? WRITERS[mark] : undefined;
}

/** Whether a name in a file is that of one of the programs that can be told by their mark. */
export function hasOwnMark(program: string): boolean {
  const lower = program.toLowerCase();
  return Object.values(WRITERS).some(({ signsAs }) =>
    signsAs.some((name) => lower.includes(name.toLowerCase())),
  );
}
