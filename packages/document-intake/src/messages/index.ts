import type { Locale, MessageCatalogue, MessagesFor } from '@dossierkit/core';
import { messages as authenticity } from '@dossierkit/doc-authenticity';
import { messages as classifier } from '@dossierkit/doc-classifier';
import { messages as match } from '@dossierkit/doc-match';
import { messages as quality } from '@dossierkit/doc-quality';
import { messages as reader } from '@dossierkit/doc-reader';
import { messages as mrz } from '@dossierkit/mrz-check';
import { messages as registry } from '@dossierkit/registry-verify';
import type { AnyFinding } from '../examination.js';
import type { IntakeFinding } from '../findings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';

const intake: MessageCatalogue<IntakeFinding> = { en, fr, de, ar };

/** The messages of the intake and of every check it runs, so that one catalogue renders a whole report. */
export const messages: MessageCatalogue<AnyFinding> = {
  en: inLocale('en'),
  fr: inLocale('fr'),
  de: inLocale('de'),
  ar: inLocale('ar'),
};

function inLocale(locale: Locale): MessagesFor<AnyFinding> {
  return {
    ...reader[locale],
    ...quality[locale],
    ...mrz[locale],
    ...authenticity[locale],
    ...registry[locale],
    ...classifier[locale],
    ...match[locale],
    ...intake[locale],
  };
}
