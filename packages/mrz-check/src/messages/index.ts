import type { MessageCatalogue } from '@dossierkit/core';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';
import type { MrzMessageable } from './words.js';

/** What people are told, for findings and for errors. */
export const messages: MessageCatalogue<MrzMessageable> = { en, fr, de, ar };
