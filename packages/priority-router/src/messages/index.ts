import type { MessageCatalogue } from '@dossierkit/core';
import type { RouterFinding, RouterReason } from '../findings.js';
import type { StoreError } from '../store/router-store.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** Everything this package can say, in every language: findings, and why somebody may or may not take a message. */
export const messages: MessageCatalogue<RouterFinding | RouterReason | StoreError> = { en, fr, de, ar };
