/**
 * The machine-readable zones that this package knows.
 *
 * `TD1`, `TD2`, `TD3`, `MRV-A`, `MRV-B`: ICAO Doc 9303. `FRENCH-CNI`: the French identity card of 1995–2021. `SWISS-DL`:
 * driving licences of Switzerland and Liechtenstein. `FRENCH-DL`: French driving licences since 2013.
 */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FRENCH-CNI' | 'SWISS-DL' | 'FRENCH-DL';

/** What a field of a zone holds. */
export type MrzFieldName =
  | 'documentCode'
  | 'issuingState'
  | 'documentNumber'
  | 'nationality'
  | 'birthDate'
  | 'sex'
  | 'expiryDate'
  | 'issueMonth'
  | 'name'
  | 'surname'
  | 'givenNames'
  | 'optionalData'
  | 'optionalData2'
  | 'administrativeCode'
  | 'languageCode'
  | 'filler';

/** Which characters may stand in a field. `name`: letters and fillers. `any`: all 37. */
export type MrzAlphabet = 'digit' | 'date' | 'name' | 'letter' | 'any' | 'sex' | 'filler' | 'language';

/** Part of a line: `start` counts from 0, `end` is the place behind the last character. */
export interface MrzRange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where a field stands. */
export interface MrzFieldLayout extends MrzRange {
  readonly name: MrzFieldName;
  readonly alphabet: MrzAlphabet;
}

/** What a check digit protects. */
export type MrzCheckedField = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optionalData' | 'composite';

/** Where a check digit stands, and the characters it is calculated over, in order. */
export interface MrzCheckLayout {
  readonly of: MrzCheckedField;
  readonly line: number;
  readonly at: number;
  readonly over: readonly MrzRange[];
}

/** The layout of one format. */
export interface MrzLayout {
  readonly format: MrzFormat;
  /** The length of each line. */
  readonly lengths: readonly number[];
  readonly fields: readonly MrzFieldLayout[];
  readonly checks: readonly MrzCheckLayout[];
}

/** The characters of each alphabet. */
export const ALPHABETS: Readonly<Record<MrzAlphabet, string>> = {
  digit: '0123456789',
  date: '0123456789<',
  letter: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  name: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<',
  any: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<',
  sex: 'MFX<',
  filler: '<',
  language: 'DFIR',
};
