import type { JsonValue } from '@dossierkit/core';
import type { Span } from '../text/scene.js';

/** Something in the text that has the form of a value: a date, an amount, an IBAN. What it means, labels tell. */
export interface Candidate<V extends JsonValue = JsonValue> extends Span {
  readonly value: V;
  /** Where the value is spread over several lines of a column: each of its parts. */
  readonly parts?: readonly Span[];
  /** 0 to 1: how surely this is such a value, whatever it means. */
  readonly certainty: number;
  /** For identifiers with check digits: whether they agree. */
  readonly checked?: boolean;
}
