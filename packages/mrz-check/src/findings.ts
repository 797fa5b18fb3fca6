import type { FindingsOf, NoParams, PlainDate } from '@dossierkit/core';
import type { MrzCheckedField, MrzFieldName, MrzFormat } from './layout.js';
import type { MrzFieldProblem } from './reading.js';

/** What a zone is compared with. */
export type MrzComparedWith = 'form' | 'visual-zone';

/** What can be compared. */
export type MrzComparedField =
  | 'surname'
  | 'givenNames'
  | 'birthDate'
  | 'expiryDate'
  | 'documentNumber'
  | 'nationality'
  | 'issuingState'
  | 'sex';

/** What {@link checkMrz} may notice. Params never hold what the zone says about a person. */
export type MrzFinding = FindingsOf<{
  /** Whether a zone was there to be read. Inconclusive where none was found: the picture may be poor. */
  'mrz-check/zone-found': NoParams;
  /** Whether one check digit holds. Critical in text, a warning in a reading from a picture, which may be misread. */
  'mrz-check/check-digit': {
    readonly of: MrzCheckedField;
    /** Place of the digit, counted from 1. */
    readonly line: number;
    readonly column: number;
  };
  /** The format has no check digits, so nothing proves that it was read right. */
  'mrz-check/no-check-digits': { readonly format: MrzFormat };
  /** A field is not what the standard allows there: 31 February, an unknown state, a digit in a name. */
  'mrz-check/field-malformed': { readonly field: MrzFieldName; readonly problem: MrzFieldProblem };
  /** A character was taken otherwise than the picture alone suggests, because only this reading is possible. */
  'mrz-check/repaired': {
    readonly line: number;
    readonly column: number;
    readonly seen: string;
    readonly taken: string;
    readonly because: 'alphabet' | 'check-digit';
  };
  /** A character in the picture could be another one, and nothing decides. */
  'mrz-check/doubtful': {
    readonly line: number;
    readonly column: number;
    readonly taken: string;
    readonly or: string;
  };
  /** Whether the lines end where they were read, or go on as those of another format, is not clear to see. */
  'mrz-check/format-doubtful': { readonly format: MrzFormat; readonly or: MrzFormat };
  /** The document code does not belong to the format: a passport starts with P, a visa with V, a card with A, C or I. */
  'mrz-check/document-code': { readonly documentCode: string; readonly format: MrzFormat };
  /** The state is Utopia: a specimen. */
  'mrz-check/specimen': { readonly state: string };
  /** Whether the document is still valid. `on` is its last day. */
  'mrz-check/expired': { readonly on: PlainDate };
  /** The zone does not print until when the document is valid. */
  'mrz-check/expiry-unknown': NoParams;
  /** Whether the holder is old enough. */
  'mrz-check/too-young': { readonly minimumAge: number };
  /**
   * Dates that cannot be together: expiry or issue before birth, a passport or visa valid for longer than any state issues
   * one, an old French card issued after the last one was.
   */
  'mrz-check/dates-impossible': {
    readonly rule: 'expires-before-birth' | 'valid-too-long' | 'issued-before-birth' | 'issued-too-late';
  };
  /** Whether the national number in the optional data has the right check digit of its own. */
  'mrz-check/national-number': { readonly name: string; readonly state: string };
  /** Whether the zone says the same as the form or the visual zone. */
  'mrz-check/agrees': { readonly field: MrzComparedField; readonly with: MrzComparedWith };
}>;
