import type { MessageCatalogue } from '@dossierkit/core';
import type { ClaimFinding, PaymentCodeError } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** Everything this package can say, in every language. */
export const messages: MessageCatalogue<ClaimFinding | PaymentCodeError> = { en, fr, de, ar };
