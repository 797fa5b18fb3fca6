import { markSpecimen, signature } from '../decoration.js';
import { englishDate, frenchDate, germanDate } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, issuedWithin } from './letter-parts.js';

/** A page with nothing on it, not even the mark. */
export const drawBlank: DrawPaper = (context) => ({
  title: 'SPECIMEN',
  sheets: [createLetter(context)],
  form: 'letter',
});

const LETTERS = {
  FR: {
    place: 'le',
    subject: [
      'Objet : votre demande de renseignements',
      'Objet : réunion de copropriété',
      'Objet : invitation à la fête des voisins',
    ],
    greeting: 'Madame, Monsieur,',
    body: 'Nous vous remercions de votre courrier et vous prions de trouver ci-joint les éléments que vous avez demandés. La prochaine réunion se tiendra dans la salle des fêtes ; un verre de l’amitié sera offert à l’issue de la rencontre. N’hésitez pas à nous faire part de vos remarques avant la fin du mois.',
    end: 'Veuillez agréer nos salutations distinguées.',
  },
  DE: {
    place: 'den',
    subject: ['Betreff: Ihre Anfrage', 'Einladung zum Nachbarschaftsfest', 'Unsere neue Sommerkarte'],
    greeting: 'Sehr geehrte Damen und Herren,',
    body: 'vielen Dank für Ihr Schreiben. Anbei erhalten Sie die gewünschten Unterlagen. Wir freuen uns, Sie auf unserem Fest begrüßen zu dürfen; für Speisen und Getränke ist gesorgt. Bitte teilen Sie uns bis zum Monatsende mit, ob Sie teilnehmen.',
    end: 'Mit freundlichen Grüßen',
  },
  GB: {
    place: '',
    subject: ['Your enquiry', 'Invitation to our street party', 'News from the allotment society'],
    greeting: 'Dear neighbour,',
    body: 'Thank you for getting in touch. Please find enclosed the leaflets you asked for. We would be delighted to see you at the party in the village hall; tea and cake will be served all afternoon. Do let us know by the end of the month whether you can come.',
    end: 'Yours sincerely',
  },
} as const;

/** A letter about nothing that a dossier asks for. */
export const drawLetter: DrawPaper = (context) => {
  const { random, person, typeface } = context;
  const own = random.fork('letter');
  const { country } = person.address;
  const words = LETTERS[country];
  const issueDate = issuedWithin(context, 2, 400);
  const date = { FR: frenchDate, DE: germanDate, GB: englishDate }[country](issueDate);
  const sheet = createLetter(context, { size: 10.5 });
  const left = own.between(20, 26);
  sheet.lines(left, 50, addressBlock(context, letterName(context, undefined)), {
    font: typeface.typed,
    maxWidth: 90,
  });
  sheet.text(188, 82, `${person.address.town}${words.place ? `, ${words.place}` : ','} ${date}`, {
    align: 'right',
    field: 'issueDate',
  });
  sheet.text(left, 96, own.pick(words.subject), { bold: true });
  let y = 110;
  for (const text of [words.greeting, words.body, words.body.split('. ').reverse().join('. '), words.end])
    y = sheet.paragraph(left, y, 165, text, {}) + 4;
  signature(sheet, own, left, y + 14, own.pick(['A. Modèle', 'B. Muster', 'C. Sample']), 36);
  markSpecimen(sheet, own);
  return { title: 'SPECIMEN', sheets: [sheet], form: 'letter' };
};
