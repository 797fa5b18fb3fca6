import type { Locale, Verdict } from '@dossierkit/core';

export type Words = Readonly<
  Record<
    | Verdict
    | 'local'
    | 'real'
    | 'answer'
    | 'register'
    | 'about'
    | 'outcome'
    | 'answeredAt'
    | 'digest'
    | 'found'
    | 'not-found'
    | 'inconclusive',
    string
  >
>;

/** The words around the findings. */
export const words: Readonly<Record<Locale, Words>> = {
  en: {
    accept: 'yes, as far as the registers tell',
    review: 'a person must look',
    reject: 'no',
    local:
      'Answered by bundled local registers: made-up companies, no network. Use --real for the real ones.',
    real: 'Answered by the real registers.',
    answer: 'May this person sign',
    register: 'register',
    about: 'about',
    outcome: 'outcome',
    answeredAt: 'answered',
    digest: 'SHA-256',
    found: 'found',
    'not-found': 'no such entry',
    inconclusive: 'no answer',
  },
  fr: {
    accept: 'oui, d’après les registres',
    review: 'à examiner par une personne',
    reject: 'non',
    local:
      'Réponse de registres locaux fournis avec l’exemple : entreprises inventées, sans réseau. --real pour les vrais.',
    real: 'Réponse des vrais registres.',
    answer: 'Cette personne peut-elle signer',
    register: 'registre',
    about: 'au sujet de',
    outcome: 'résultat',
    answeredAt: 'répondu le',
    digest: 'SHA-256',
    found: 'trouvé',
    'not-found': 'inconnu',
    inconclusive: 'sans réponse',
  },
  de: {
    accept: 'ja, soweit die Register es sagen',
    review: 'ein Mensch muss nachsehen',
    reject: 'nein',
    local:
      'Es antworten mitgelieferte lokale Register: erfundene Unternehmen, kein Netz. --real fragt die echten.',
    real: 'Es antworten die echten Register.',
    answer: 'Darf diese Person unterschreiben',
    register: 'Register',
    about: 'über',
    outcome: 'Ergebnis',
    answeredAt: 'beantwortet',
    digest: 'SHA-256',
    found: 'gefunden',
    'not-found': 'kein Eintrag',
    inconclusive: 'keine Antwort',
  },
  ar: {
    accept: 'نعم، بحسب السجلات',
    review: 'يجب أن ينظر فيه شخص',
    reject: 'لا',
    local: 'الجواب من سجلات محلية مرفقة بالمثال: شركات مختلَقة ومن دون شبكة. استعمل ‎--real‎ للسجلات الحقيقية.',
    real: 'الجواب من السجلات الحقيقية.',
    answer: 'هل يحق لهذا الشخص التوقيع',
    register: 'السجل',
    about: 'بشأن',
    outcome: 'النتيجة',
    answeredAt: 'وقت الجواب',
    digest: 'SHA-256',
    found: 'موجود',
    'not-found': 'لا قيد له',
    inconclusive: 'لا جواب',
  },
};
