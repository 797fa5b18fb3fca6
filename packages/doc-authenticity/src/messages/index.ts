import type { MessageCatalogue } from '@dossierkit/core';
import type { AuthenticityMessageable } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What people are told, for findings and for errors. */
export const messages: MessageCatalogue<AuthenticityMessageable> = { en, fr, de, ar };
