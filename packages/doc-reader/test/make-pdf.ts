// PDFs written by hand, for what a PDF library would not write: broken, hostile and encrypted ones.
import { createHash } from 'node:crypto';

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function rawPdf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const start = text.length;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

export function stream(dictionary: string, content: string): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Catalogue, page tree and one page; objects from 4 on are the caller's. */
export function onePage(page: string, ...more: readonly string[]): string[] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${page} >>`,
    ...more,
  ];
}

/** Form within form, ten times each, twelve deep: 10^12 rectangles in two kilobytes. */
export function nestedForms(): Buffer {
  const forms = Array.from({ length: 12 }, (_, i) => {
    const inner = i < 11 ? `/Resources << /XObject << /F ${6 + i} 0 R >> >>` : '';
    return stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 200 200] ${inner}`,
      i < 11 ? '/F Do '.repeat(10) : '0 0 9 9 re f',
    );
  });
  const page = '/MediaBox [0 0 200 200] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R';
  return rawPdf(onePage(page, stream('', '/F Do '.repeat(10)), ...forms));
}

const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');

/**
 * A PDF with one line of text that opens with a password only: RC4 of 40 bits.
 *
 * @see ISO 32000-1, 7.6.3, algorithms 1 to 4
 */
export function encryptedPdf(password: string, line: string): Buffer {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(Buffer.concat([padded, owner, permissions, id])).subarray(0, 5);
  const user = rc4(key, PADDING);
  const content = rc4(objectKey(key, 4), Buffer.from(`BT /F 24 Tf 20 100 Td (${line}) Tj ET`, 'latin1'));
  const page = '/MediaBox [0 0 400 200] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R';
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  return rawPdf(
    onePage(
      page,
      stream('', content.toString('latin1')),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -4 >>`,
    ),
    `/Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}]`,
  );
}

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest();

function objectKey(key: Buffer, object: number): Buffer {
  return md5(Buffer.concat([key, Buffer.from([object, 0, 0, 0, 0])])).subarray(0, key.length + 5);
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const s = Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [s[a], s[b]] = [s[b] as number, s[a] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return bytes.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (s[i] as number)) & 255;
    swap(i, j);
    return byte ^ (s[((s[i] as number) + (s[j] as number)) & 255] as number);
  }) as Buffer;
}
