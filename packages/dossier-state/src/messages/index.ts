import type { MessageCatalogue } from '@dossierkit/core';
import type { DossierMessage } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What people are told about a dossier: findings, errors and next steps, in every language of the house. */
export const messages: MessageCatalogue<DossierMessage> = { en, fr, de, ar };
