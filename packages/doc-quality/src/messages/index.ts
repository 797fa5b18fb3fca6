import type { MessageCatalogue } from '@dossierkit/core';
import type { QualityFinding } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What a person is told about each finding, in every language. */
export const messages: MessageCatalogue<QualityFinding> = { en, fr, de, ar };
