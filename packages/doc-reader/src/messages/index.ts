import type { MessageCatalogue } from '@dossierkit/core';
import type { ReadError, ReadFinding } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What people are told about files that cannot be read, or only in part. */
export const messages: MessageCatalogue<ReadError | ReadFinding> = { en, fr, de, ar };
