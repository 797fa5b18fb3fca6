import type { RequestPart } from '@dossierkit/priority-router';

/** One request of a letter, who usually answers it, and what they answer in this made-up day. */
export interface LetterRequest extends RequestPart {
  readonly asks: string;
  readonly answer: string;
}

/** What a customer may write. */
export interface Letter {
  readonly reason: string;
  readonly language: 'en' | 'fr' | 'de';
  readonly subject: string;
  readonly body: string;
  readonly flags?: readonly string[];
  readonly requests?: readonly LetterRequest[];
}

const movingHouse: readonly LetterRequest[] = [
  {
    part: 'rate',
    asks: 'Which rate could you offer on €240,000 over 20 years?',
    expert: { team: 'loan desk' },
    reason: 'loan',
    answer:
      'With your savings plan we can offer 3.10 % fixed for 20 years, valid until the end of the month.',
  },
  {
    part: 'transfer',
    asks: 'Can my salary go to the joint account from July?',
    expert: { advisor: 'eva' },
    reason: 'account',
    answer: 'Yes. The standing order is changed from 1 July; nothing is left for you to do.',
  },
  {
    part: 'deed',
    asks: 'When will the deed be signed?',
    expert: { external: 'Notary Muller' },
    answer: 'The notary has set the signing for 18 June at 10:00.',
  },
];

const succession: readonly LetterRequest[] = [
  {
    part: 'accounts',
    asks: 'Which accounts did my father hold with you?',
    expert: { advisor: 'claire' },
    reason: 'estate',
    answer: 'Two: a current account and a savings account. Both statements are attached.',
  },
  {
    part: 'loan',
    asks: 'Is the car loan still open?',
    expert: { team: 'loan desk' },
    reason: 'loan',
    answer: 'It was covered by insurance and is settled; the confirmation is attached.',
  },
];

/** Made up for this example. */
export const letters: readonly Letter[] = [
  {
    reason: 'fraud',
    language: 'en',
    subject: 'Payments I did not make',
    body: 'There are two payments on my card this morning that I do not know: €89.90 and €412. Please stop the card at once.',
    flags: ['angry'],
  },
  {
    reason: 'fraud',
    language: 'fr',
    subject: 'SMS suspect de votre part ?',
    body: 'J’ai reçu un SMS me demandant de confirmer un virement de 1 950 €. Je n’ai rien demandé. Est-ce bien vous ?',
  },
  {
    reason: 'fraud',
    language: 'de',
    subject: 'Unbekannte Abbuchung',
    body: 'Auf meinem Konto fehlen 640 €. Die Firma kenne ich nicht. Ich bin 81 und weiß nicht, was ich tun soll.',
    flags: ['vulnerable'],
  },
  {
    reason: 'card',
    language: 'en',
    subject: 'Card swallowed by the machine',
    body: 'The machine in the station kept my card. I leave for Porto on Thursday. Can I have a new one before?',
  },
  {
    reason: 'card',
    language: 'en',
    subject: 'Higher limit for a week',
    body: 'I am paying the movers by card next week. Could you raise my limit to €6,000 until Friday?',
  },
  {
    reason: 'card',
    language: 'fr',
    subject: 'Code oublié',
    body: 'J’ai oublié le code de ma nouvelle carte. Pouvez-vous me l’envoyer à ma nouvelle adresse ?',
  },
  {
    reason: 'card',
    language: 'de',
    subject: 'Karte im Ausland gesperrt',
    body: 'Meine Karte wurde in Kopenhagen abgelehnt. Ich brauche sie heute noch.',
    flags: ['angry'],
  },
  {
    reason: 'account',
    language: 'en',
    subject: 'Address change',
    body: 'We have moved. Please send everything to 14 rue des Prés from now on. The certificate is attached.',
  },
  {
    reason: 'account',
    language: 'en',
    subject: 'Where is my transfer?',
    body: 'I sent €1,200 to my daughter on Friday and it has not arrived. The reference is attached.',
  },
  {
    reason: 'account',
    language: 'fr',
    subject: 'Attestation de domiciliation',
    body: 'Mon bailleur demande un RIB et une attestation de domiciliation. Pouvez-vous me les envoyer ?',
  },
  {
    reason: 'account',
    language: 'de',
    subject: 'Gemeinschaftskonto eröffnen',
    body: 'Meine Frau und ich möchten ein gemeinsames Konto. Welche Unterlagen brauchen Sie von uns?',
  },
  {
    reason: 'account',
    language: 'en',
    subject: 'Third time I ask',
    body: 'I have written twice about the fee of €35 in April. Nobody answers. Please refund it.',
    flags: ['angry'],
  },
  {
    reason: 'loan',
    language: 'en',
    subject: 'Early repayment',
    body: 'I would like to pay back €15,000 of my loan in July. What would it cost, and what would the new instalment be?',
  },
  {
    reason: 'loan',
    language: 'fr',
    subject: 'Nouvel appartement : plusieurs questions',
    body: 'Nous achetons. Quel taux pour 240 000 € sur 20 ans ? Mon salaire peut-il arriver sur le compte joint dès juillet ? Et quand signons-nous l’acte ?',
    requests: movingHouse,
  },
  {
    reason: 'loan',
    language: 'en',
    subject: 'Our new flat: three questions',
    body: 'We are buying. Which rate could you offer on €240,000 over 20 years? Can my salary go to the joint account from July? And when will the deed be signed?',
    requests: movingHouse,
  },
  {
    reason: 'loan',
    language: 'de',
    subject: 'Rate aussetzen',
    body: 'Ich bin bis September in Elternzeit. Kann ich drei Raten aussetzen?',
  },
  {
    reason: 'estate',
    language: 'en',
    subject: 'After my father’s death',
    body: 'My father died in May. Which accounts did he hold with you, and is the car loan still open? The death certificate is attached.',
    flags: ['vulnerable'],
    requests: succession,
  },
  {
    reason: 'estate',
    language: 'fr',
    subject: 'Succession de Mme Thill',
    body: 'Le notaire demande le solde des comptes de ma tante au jour du décès. L’acte de notoriété est joint.',
  },
];

export const customerNames: readonly string[] = [
  'Léa Schmit',
  'Marc Weber',
  'Sofia Almeida',
  'Tom Hansen',
  'Nadia Rossi',
  'Paul Klein',
  'Inês Ferreira',
  'Jan de Vries',
  'Maya Singh',
  'Luc Reuter',
  'Elena Popescu',
  'Yann Dubois',
  'Karin Vogel',
  'Omar Said',
  'Julia Novak',
  'Pierre Thill',
  'Anna Nowak',
  'David Cohen',
  'Claudine Meyer',
  'Rui Santos',
  'Emma Larsen',
  'Felix Braun',
  'Sara Benali',
  'Noah Simon',
  'Greta Lang',
  'Victor Blum',
  'Amélie Roux',
  'Ivo Petrov',
  'Lina Haas',
  'Carlo Bianchi',
];
