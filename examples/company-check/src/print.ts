import { type CheckReport, type Locale, renderMessage, type Verdict } from '@dossierkit/core';
import {
  messages,
  type RegistryFinding,
  type RepresentativeClaim,
  type RepresentativeVerification,
} from '@dossierkit/registry-verify';
import { type Words, words } from './words.js';

interface Style {
  readonly locale: Locale;
  readonly isLocal: boolean;
  readonly colors: boolean;
}

const COLORS: Readonly<Record<Verdict, string>> = { accept: '32', review: '33', reject: '31' };
const MARKS = { passed: '✓', failed: '✗', inconclusive: '?' } as const;
const WIDTH = 96;

/** A report for a person: who and what, the answer, why, and who said so. */
export function printReport(
  claim: RepresentativeClaim,
  report: CheckReport<RepresentativeVerification, RegistryFinding>,
  style: Style,
): string {
  const text = words[style.locale];
  const { person, company } = claim;
  const number =
    company.siren ??
    company.siret ??
    company.vat ??
    company.ukCompanyNumber ??
    company.germanRegisterNumber ??
    company.lei;
  const name = report.value.company?.name ?? company.name;
  const verdict = paint(text[report.verdict], COLORS[report.verdict], style.colors);
  const lines = [
    '─'.repeat(WIDTH),
    `${person.givenNames} ${person.familyName}  →  ${[name, number].filter(Boolean).join(', ')}`,
    paint(style.isLocal ? text.local : text.real, '2', style.colors),
    '',
    `${text.answer}: ${verdict}`,
    '',
    ...report.findings.flatMap((finding) => findingLines(finding, style)),
    '',
    ...table(
      [text.register, text.about, text.outcome, text.answeredAt, text.digest],
      sourceRows(report.value, text),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** Evidence stands in the order of asking, without those that gave no answer. */
function sourceRows({ asked, evidence }: RepresentativeVerification, text: Words): string[][] {
  const left = [...evidence];
  return asked.map(({ register, about, outcome, reason }) => {
    const proof = outcome === 'inconclusive' ? undefined : left.shift();
    const answered = proof ? proof.answeredAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') : '–';
    return [
      register,
      about?.value ?? '–',
      reason ?? text[outcome],
      answered,
      proof?.digest.slice(0, 16) ?? '–',
    ];
  });
}

function findingLines(finding: RegistryFinding, { locale, colors }: Style): string[] {
  const { text, advice } = renderMessage(messages, finding, locale);
  const mark = paint(
    MARKS[finding.outcome],
    finding.outcome === 'passed' ? '32' : finding.severity === 'critical' ? '31' : '33',
    colors,
  );
  const isNote = finding.severity === 'info';
  return [
    ...wrap(text, mark),
    ...(advice === '' || isNote ? [] : wrap(advice, '→').map((line) => `  ${line}`)),
  ];
}

function wrap(text: string, mark: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > WIDTH - 6) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each, at) => (at === 0 ? `  ${mark} ${each}` : `    ${each}`));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [line(head), `  ${widths.map((width) => '┈'.repeat(width)).join('  ')}`, ...rows.map(line)];
}

const paint = (text: string, code: string, colors: boolean): string =>
  colors ? `\u001B[${code}m${text}\u001B[0m` : text;
