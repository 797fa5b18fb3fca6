import {
  addDays,
  type PlainDate,
  parsePlainDate,
  plainDate,
  type Timestamp,
  timestamp,
} from '@dossierkit/core';
import {
  type CaseEvent,
  CHANNELS,
  type Channel,
  type ContactCase,
  type ContactCustomer,
} from '@dossierkit/dunning-scheduler';
import { parse } from 'csv-parse/sync';

/** A line of the file that could not be read, and why. */
export interface BadLine {
  readonly line: number;
  readonly why: string;
}

type Row = Readonly<Record<string, string>>;

/** Reads cases from CSV with a header line. A line that cannot be read is reported, and the others are still read. */
export function readCases(csv: string): { cases: ContactCase[]; bad: BadLine[] } {
  const rows = parse(csv, {
    columns: true,
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
  }) as Row[];
  const cases: ContactCase[] = [];
  const bad: BadLine[] = [];
  for (const [index, row] of rows.entries()) {
    const read = readCase(row);
    if (typeof read === 'string') bad.push({ line: index + 2, why: read });
    else cases.push(read);
  }
  return { cases, bad };
}

function readCase(row: Row): ContactCase | string {
  const start = parsePlainDate(row.start ?? '');
  if (!row.id || !row.customer) return 'id or customer is missing';
  if (!start.ok) return `"${row.start}" is not a day`;
  const base = { id: row.id, customer: customerOf(row), events: eventsOf(row, start.value) };
  if (row.kind === 'dossier') {
    const missing = (row.missing ?? '').split(';').map((item) => item.trim());
    return {
      ...base,
      kind: 'dossier',
      stoppedOn: start.value,
      missing: missing.filter((item) => item !== ''),
    };
  }
  const amountMinor = Math.round(Number(row.amount) * 100);
  if (row.kind !== 'claim' || !Number.isSafeInteger(amountMinor)) return 'neither a claim nor a dossier';
  return {
    ...base,
    kind: 'claim',
    due: start.value,
    outstanding: { amountMinor, currency: row.currency || 'EUR' },
  };
}

function customerOf(row: Row): ContactCustomer {
  const usable = CHANNELS.filter((channel) => row[channel] === 'yes');
  return {
    id: row.customer ?? '',
    segment: row.segment || undefined,
    preferredChannel: CHANNELS.find((channel) => channel === row.prefers),
    channels: Object.fromEntries(usable.map((channel) => [channel, { reachable: true }])),
  };
}

function eventsOf(row: Row, start: PlainDate): CaseEvent[] {
  const events: CaseEvent[] = [];
  const at = (day: string): Timestamp => timestamp(`${day}T08:00:00Z`);
  if (row.last_sent) {
    events.push({
      type: 'sent',
      step: 'reminder',
      channel: row.last_channel as Channel,
      at: at(row.last_sent),
    });
  }
  if (row.promised) {
    const amount = { amountMinor: Math.round(Number(row.amount) * 100), currency: row.currency || 'EUR' };
    events.push({ type: 'promise', until: plainDate(row.promised), amount, at: at(addDays(start, 20)) });
  }
  return events;
}
