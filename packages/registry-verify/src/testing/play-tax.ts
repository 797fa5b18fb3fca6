import type { PlayedAnswer, PlayedRequest } from './play.js';
import { supersededNotice, taxNotice } from './world.js';

const page = (body: string): PlayedAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'JSESSIONID=local; Path=/secavis' },
  body: `<!DOCTYPE html><html><head><title>Service de vérification</title></head><body>${body}</body></html>`,
});

const form = `<form id="f" method="post" action="/secavis/faces/commun/index.jsf">
<input name="f:spi" type="text" value="" /><input name="f:num_facture" type="text" value="" />
<input name="f:ok" type="submit" value="Valider" /><input type="hidden" name="f_SUBMIT" value="1" />
<input type="hidden" name="javax.faces.ViewState" value="state" /></form>`;

/** The page for people: first the form, then what is known about the notice. */
export function playSvair({ method, body, headers }: PlayedRequest): PlayedAnswer {
  if (method === 'GET') return page(form);
  const sent = new URLSearchParams(body);
  if (!headers.cookie || sent.get('javax.faces.ViewState') !== 'state')
    return page('<span class="interdit">Accès Interdit</span>');
  const [number, reference] = [sent.get('f:spi'), sent.get('f:num_facture')];
  if (number !== taxNotice.numeroFiscal)
    return page(`${form}<div id="nonTrouve">Aucun avis ne correspond.</div>`);
  if (reference === supersededNotice.referenceAvis)
    return page(`<p>Un avis d'impôt correctif a été établi.</p>${table}`);
  if (reference === taxNotice.referenceAvis) return page(table);
  return page(`${form}<div id="nonTrouve">Aucun avis ne correspond.</div>`);
}

const row = (label: string, ...cells: string[]): string =>
  `<tr><td>${label}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

const table = `<b>L'administration fiscale certifie l'authenticité du document présenté</b>
<span>Impôt 2025 sur les revenus de l'année 2024</span><table>
${row('Nom', 'FONTAINE', '')}${row('Nom de naissance', 'FONTAINE', '')}${row('Prénom(s)', 'Claire', '')}
${row('Date de naissance', '12/04/1978', '')}${row('Adresse déclarée au 1er janvier 2025', '12 RUE DES TANNEURS', '')}
${row('', '44000 NANTES')}${row('Nombre de part(s)', '1.50')}${row("Montant de l'impôt", '2 310 €')}
${row('Revenu fiscal de référence', '31 450 €')}</table>`;

export function playApiParticulier({ query, headers }: PlayedRequest): PlayedAnswer {
  const answer = (value: unknown, status: number): PlayedAnswer => ({ status, body: JSON.stringify(value) });
  if (!headers['x-api-key']) return answer({ error: 'access_denied' }, 401);
  const isKnown =
    query.get('numeroFiscal') === taxNotice.numeroFiscal &&
    query.get('referenceAvis') === taxNotice.referenceAvis;
  if (!isKnown)
    return answer(
      { error: 'not_found', reason: 'not_found', message: 'Les paramètres ne correspondent à aucun avis' },
      404,
    );
  const nobody = { nom: '', nomNaissance: '', prenoms: '', dateNaissance: '' };
  return answer(
    {
      declarant1: {
        nom: 'FONTAINE',
        nomNaissance: 'FONTAINE',
        prenoms: 'Claire',
        dateNaissance: '12/04/1978',
      },
      declarant2: nobody,
      nombreParts: 1.5,
      montantImpot: 2310,
      revenuFiscalReference: 31450,
      foyerFiscal: { annee: 2025, adresse: '12 rue des Tanneurs 44000 Nantes' },
      anneeImpots: '2025',
      anneeRevenus: '2024',
      situationPartielle: '',
    },
    200,
  );
}
