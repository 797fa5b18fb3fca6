import type { MessageCatalogue } from '@dossierkit/core';
import type { StoreError } from '../errors.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What people are told where a store could not do something, in every language of the house. */
export const messages: MessageCatalogue<StoreError> = { en, fr, de, ar };
