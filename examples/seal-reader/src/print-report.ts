import type { Locale } from '@dossierkit/core';
import type { Examination } from './examine-file.js';
import { sentencesOf } from './sentences.js';
import { WORDS } from './words.js';

const MARKS = { ok: '✓', look: '!', note: '·' } as const;

/** The examination as text for a shell. */
export function printReport(
  { fileName, seals, sealReport, traceReport }: Examination,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const lines = [fileName, '', `${words.seals}: ${seals.length}`];
  if (seals.length === 0) lines.push(`  ${words.noSeal}`);
  for (const { found, status, fields } of seals) {
    const seal = found.seal.ok ? found.seal.value : undefined;
    const name = seal ? `${seal.family} v${seal.version} ${seal.authority} ${seal.certificate}` : '';
    lines.push(`  ${name} (p. ${found.where.page + 1}): ${words.status[status ?? 'unreadable']}`);
    for (const { field, signed, seen } of fields) {
      const label = `${field.id} ${field.name ?? ''}`.trim().padEnd(26);
      const beside = signed ? (seen ? `= ${seen.text}` : `(${words.notFound})`) : `(${words.notSigned})`;
      lines.push(`    ${label} ${field.value.padEnd(28)} ${beside}`);
    }
    lines.push(`    ${words.covers}`);
  }
  for (const { text, mood } of sentencesOf(sealReport.findings, locale))
    lines.push(`  ${MARKS[mood]} ${text}`);
  lines.push('', words.traces);
  for (const { text, advice, mood, page } of sentencesOf(traceReport.findings, locale)) {
    const place = page === undefined ? '' : ` (p. ${page + 1})`;
    lines.push(`  ${MARKS[mood]} ${text}${place}`);
    if (mood === 'look') lines.push(`      ${advice}`);
  }
  return lines.join('\n');
}
