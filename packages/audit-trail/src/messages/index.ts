import type { MessageCatalogue } from '@dossierkit/core';
import type { AuditMessage } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What people are told about a trail, in every language of the house. */
export const messages: MessageCatalogue<AuditMessage> = { en, fr, de, ar };
