import type { Point } from '@dossierkit/core';
import type { MrzDate } from './internal/mrz-date.js';
import type { MrzCheckedField, MrzFieldName, MrzFormat, MrzRange } from './layout.js';
import type { NationalNumber } from './national-number.js';

/** What a zone says. Texts have their fillers removed; what the format does not have is absent. */
export interface MrzFields {
  /** `P`, `ID`, `AR`, `V`, … */
  readonly documentCode: string;
  /** ICAO code: `FRA`, `D`, `UTO`, … */
  readonly issuingState: string;
  /** The whole number, also where it goes on in the optional data. */
  readonly documentNumber: string;
  readonly nationality?: string;
  readonly birthDate?: MrzDate;
  readonly sex?: 'female' | 'male' | 'unspecified';
  readonly expiryDate?: MrzDate;
  /** `YYMM`: the month of issue, which only the old French card prints. */
  readonly issueMonth?: string;
  readonly surname: string;
  readonly givenNames: string;
  /** The name fills its place to the last character, and may have been cut. */
  readonly nameMayBeCut: boolean;
  /** What is printed as optional data, without a document number's continuation. */
  readonly optionalData: readonly string[];
  readonly nationalNumber?: NationalNumber;
  readonly administrativeCode?: string;
  readonly languageCode?: string;
}

/** Why a field is not well-formed. */
export type MrzFieldProblem =
  | 'wrong-characters'
  | 'not-a-date'
  | 'unknown-state'
  | 'not-an-issuer'
  | 'unknown-sex'
  | 'no-name'
  | 'empty'
  | 'filler-expected';

/** One field as it is printed, and whether it is well-formed. */
export interface MrzDetail extends MrzRange {
  readonly name: MrzFieldName;
  readonly text: string;
  readonly problem?: MrzFieldProblem;
}

/** One check digit. */
export interface MrzCheckDigit {
  readonly of: MrzCheckedField;
  readonly line: number;
  /** Its place in the line, counted from 0. */
  readonly at: number;
  /** The character that is printed. */
  readonly printed: string;
  /** The digit that the protected characters demand. */
  readonly expected: string;
  readonly holds: boolean;
}

/** A character that was taken otherwise than the picture alone suggests. */
export interface MrzRepair {
  readonly line: number;
  readonly at: number;
  readonly seen: string;
  readonly taken: string;
  /** `alphabet`: the format allows no such character here. `check-digit`: only this reading satisfies the check digits. */
  readonly because: 'alphabet' | 'check-digit';
}

/** One character as it was seen in a picture. */
export interface MrzCell {
  readonly line: number;
  readonly at: number;
  readonly character: string;
  /** 0 to 1: how likely the character is right. */
  readonly confidence: number;
  /** The corners of the cell from the upper left clockwise, in reading direction. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/** What only a reading from a picture has. */
export interface MrzSight {
  /** Clockwise turn of the text against the picture, in degrees. */
  readonly angleDegrees: number;
  /** Width of one cell, in pixels of the picture. */
  readonly pitchPx: number;
  /** The zone's corners from its upper left, clockwise in reading direction. */
  readonly corners: readonly [Point, Point, Point, Point];
  readonly cells: readonly MrzCell[];
  readonly repairs: readonly MrzRepair[];
  /** Characters that were not told apart for certain. */
  readonly doubts: readonly MrzDoubt[];
  /** The format that a consistent zone has if its lines go on behind their end, or end sooner, where that is not clear to see. */
  readonly orFormat?: MrzFormat;
  /** 0 to 1: how likely the whole zone is read right. */
  readonly confidence: number;
}

/** A character for which more than one reading is left. */
export interface MrzDoubt {
  readonly line: number;
  readonly at: number;
  readonly taken: string;
  /** The next likeliest reading. */
  readonly or: string;
}

/** A machine-readable zone as it was read, right or wrong: plain data. */
export interface MrzReading {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  readonly fields: MrzFields;
  /** Every field in the order of the layout, with its place. */
  readonly details: readonly MrzDetail[];
  readonly checkDigits: readonly MrzCheckDigit[];
  /** Every check digit holds (there is one at least) and every field is well-formed. */
  readonly valid: boolean;
  /** How it was seen; absent where it was read from text. */
  readonly sight?: MrzSight;
}
