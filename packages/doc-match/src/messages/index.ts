import type { MessageCatalogue } from '@dossierkit/core';
import type { MatchFinding } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What to tell a person about each finding, in every language. */
export const messages: MessageCatalogue<MatchFinding> = { en, fr, de, ar };
