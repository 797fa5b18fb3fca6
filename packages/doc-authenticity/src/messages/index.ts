import type { MessageCatalogue } from '@dossierkit/core';
import type { AuthenticityMessageable } from '../findings.js';
import { ar as appearanceAr } from './appearance/ar.js';
import { de as appearanceDe } from './appearance/de.js';
import { en as appearanceEn } from './appearance/en.js';
import { fr as appearanceFr } from './appearance/fr.js';
import { ar as sealsAr } from './seals/ar.js';
import { de as sealsDe } from './seals/de.js';
import { en as sealsEn } from './seals/en.js';
import { fr as sealsFr } from './seals/fr.js';
import { ar as tracesAr } from './traces/ar.js';
import { de as tracesDe } from './traces/de.js';
import { en as tracesEn } from './traces/en.js';
import { fr as tracesFr } from './traces/fr.js';

/** What people are told, for findings and for errors. */
export const messages: MessageCatalogue<AuthenticityMessageable> = {
  en: { ...sealsEn, ...tracesEn, ...appearanceEn },
  fr: { ...sealsFr, ...tracesFr, ...appearanceFr },
  de: { ...sealsDe, ...tracesDe, ...appearanceDe },
  ar: { ...sealsAr, ...tracesAr, ...appearanceAr },
};
