import type { MessageCatalogue } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import type { IdentifierError } from '../identifiers/identifier-error.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** What people are told about every finding and error of this package, in four languages. */
export const messages: MessageCatalogue<RegistryFinding | IdentifierError> = { en, fr, de, ar };
