import { type PlainDate, plainDateFrom } from '@dossierkit/core';
import { isStream, latin1, textOf } from '../../internal/pdf/objects.js';
import type { PdfFile } from '../../internal/pdf/pdf-file.js';

/** What a file says about itself, in one of its two places. */
export interface PdfMetadata {
  readonly producer?: string;
  readonly creator?: string;
  readonly created?: PdfMoment;
  readonly modified?: PdfMoment;
}

export interface PdfMoment {
  readonly day: PlainDate;
  /** Seconds since 1970, in UTC where the file says its zone. */
  readonly seconds: number;
}

/** More than any metadata of a document; what lies behind is not read. */
const MAX_XMP = 1_000_000;

/** The document information dictionary (ISO 32000-1, 14.3.3). */
export function infoOf({ latest: view, encrypted }: PdfFile): PdfMetadata {
  if (encrypted) return {};
  const info = view.dict(view.trailer, 'Info');
  const text = (key: string): string | undefined => textOf(view.get(info, key))?.trim() || undefined;
  return withoutEmpty({
    producer: text('Producer'),
    creator: text('Creator'),
    created: parsePdfDate(text('CreationDate')),
    modified: parsePdfDate(text('ModDate')),
  });
}

/** The XMP packet of the document (ISO 16684-1). Single properties are picked out; the XML is not built up. */
export function xmpOf({
  latest: view,
}: PdfFile): (PdfMetadata & { readonly agents: readonly string[] }) | undefined {
  const stream = view.get(view.dict(view.trailer, 'Root'), 'Metadata');
  const data = isStream(stream) ? view.data(stream) : undefined;
  if (!data) return undefined;
  const xml = latin1(data.subarray(0, MAX_XMP));
  const value = (name: string): string | undefined =>
    new RegExp(`${name}(?:\\s*=\\s*["']|[^<>]{0,200}>)([^<>"']{1,300})`).exec(xml)?.[1]?.trim() || undefined;
  const agents = [...xml.matchAll(/stEvt:softwareAgent(?:\s*=\s*["']|>)([^<>"']{1,200})/g)].map(
    ([, agent]) => agent ?? '',
  );
  return {
    ...withoutEmpty({
      producer: value('pdf:Producer'),
      creator: value('xmp:CreatorTool'),
      created: parseIsoDate(value('xmp:CreateDate')),
      modified: parseIsoDate(value('xmp:ModifyDate')),
    }),
    agents: agents.slice(0, 50),
  };
}

function withoutEmpty(metadata: { [Key in keyof PdfMetadata]: PdfMetadata[Key] | undefined }): PdfMetadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}

/** `D:20260503081500+02'00'`; what is left out counts as its smallest value (ISO 32000-1, 7.9.4). */
export function parsePdfDate(text: string | undefined): PdfMoment | undefined {
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?\s*([Zz+-])?(\d{2})?'?(\d{2})?/.exec(
    text ?? '',
  );
  return match ? momentOf(match.slice(1)) : undefined;
}

export function parseIsoDate(text: string | undefined): PdfMoment | undefined {
  const match =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?([Zz+-])?(\d{2})?:?(\d{2})?/.exec(
      text ?? '',
    );
  return match ? momentOf(match.slice(1)) : undefined;
}

function momentOf(parts: readonly (string | undefined)[]): PdfMoment | undefined {
  const [year, month = '1', day = '1', hour = '0', minute = '0', second = '0', sign, zoneHour, zoneMinute] =
    parts;
  const date = plainDateFrom(Number(year), Number(month), Number(day));
  if (!date) return undefined;
  const local =
    Date.parse(`${date}T00:00:00Z`) / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const offset = Number(zoneHour ?? 0) * 3600 + Number(zoneMinute ?? 0) * 60;
  const east = sign === '+' ? 1 : sign === '-' ? -1 : 0;
  return { day: date, seconds: local - east * offset };
}
