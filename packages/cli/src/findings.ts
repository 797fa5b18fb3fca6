import type { CheckReport, CodedError, Finding, JsonObject, Message } from '@dossierkit/core';
import type { FileOutcome } from './outcome.js';

/** What did not pass, in the words of the package, the gravest first; the same sentence once. */
export function messagesOf<F extends Finding>(
  findings: readonly F[],
  render: (finding: F) => Message,
): FileOutcome['messages'] {
  const order = { critical: 0, warning: 1, info: 2 } as const;
  const open = findings.filter(({ outcome }) => outcome !== 'passed');
  const sorted = open.toSorted((a, b) => order[a.severity] - order[b.severity]);
  const seen = new Map(
    sorted.map((finding) => render(finding)).map(({ text, advice }) => [text, { text, advice }]),
  );
  return [...seen.values()];
}

/** What was verified, where the package has words for it. */
export function verifiedOf<F extends Finding>(
  findings: readonly F[],
  render: (finding: F) => Message,
): string[] {
  const passed = findings
    .filter(({ outcome }) => outcome === 'passed')
    .map((finding) => render(finding).text);
  return [...new Set(passed.filter((text) => text !== ''))];
}

/** A record's texts and days as rows. */
export function fieldsOf(record: object | undefined): FileOutcome['fields'] {
  return Object.entries(record ?? {}).flatMap(([name, value]: [string, unknown]) => {
    const text = textOf(value);
    return text === '' ? [] : [{ name, value: text }];
  });
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  // A date of a machine-readable zone, or a national number: the part that people read.
  const { date, text, value: inner } = value as { date?: unknown; text?: unknown; value?: unknown };
  return textOf(date ?? inner ?? text);
}

/** A report as plain JSON. */
export function jsonOf(report: CheckReport<unknown, Finding>): JsonObject {
  return report as unknown as JsonObject;
}

/** A file that cannot be read: a row like any other. */
export function unreadable({ text, advice }: Message, error: CodedError): FileOutcome {
  return {
    verdict: 'reject',
    summary: '',
    messages: [{ text, advice }],
    verified: [],
    fields: [],
    json: { error: { code: error.code, params: error.params as JsonObject } },
  };
}
