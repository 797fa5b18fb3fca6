import type { MrzFinding } from '../findings.js';
import type { MrzError } from '../parse-mrz.js';

/** Everything that this package has a message for. */
export type MrzMessageable = MrzFinding | MrzError;
