import type { MessageCatalogue } from '@dossierkit/core';
import type { DunningFinding, DunningReason } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** Everything this package can say, in every language: findings, and the reasons of single steps. */
export const messages: MessageCatalogue<DunningFinding | DunningReason> = { en, fr, de, ar };
