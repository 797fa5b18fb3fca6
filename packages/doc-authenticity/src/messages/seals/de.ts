import type { MessagesFor } from '@dossierkit/core';
import type { AuthorityProblem, SealMessageable } from '../../findings.js';
import type { ComparedField } from '../../seals/visible-fields.js';

const FIELDS: Readonly<Record<ComparedField, string>> = {
  incomeYear: 'Einkommensjahr',
  declarant1: 'erste erklärende Person',
  declarant2: 'zweite erklärende Person',
  taxNumber1: 'erste Steuernummer',
  taxNumber2: 'zweite Steuernummer',
  taxNoticeReference: 'Bescheidnummer',
  referenceIncome: 'Referenzeinkommen',
  address: 'Anschrift',
  postcode: 'Postleitzahl',
  town: 'Ort',
  name: 'Name',
  iban: 'IBAN',
  bic: 'BIC',
  invoiceAmount: 'Rechnungsbetrag',
  netPay: 'Nettolohn',
  netTaxablePay: 'steuerpflichtiger Nettolohn',
  birthDate: 'Geburtsdatum',
};

const PROBLEMS: Readonly<Record<AuthorityProblem, string>> = {
  'authority-unknown': 'wir kennen die genannte Stelle nicht',
  'authority-withdrawn': 'die Stelle galt an diesem Tag nicht mehr als vertrauenswürdig',
  'certificate-unknown': 'uns fehlt das genannte Zertifikat',
  'certificate-not-issued':
    'das Zertifikat, das wir unter diesem Namen haben, stammt nicht von dieser Stelle',
  'list-not-verified': 'unsere Liste vertrauenswürdiger Stellen ist nicht geprüft',
  'list-stale': 'unsere Liste vertrauenswürdiger Stellen ist veraltet',
  'wrong-key': 'das Zertifikat enthält einen Schlüssel anderer Art',
  'test-authority': 'es nennt die öffentliche Teststelle',
};

export const de: MessagesFor<SealMessageable> = {
  'doc-authenticity/seal-found': ({ count }, { plural, number }) => ({
    problem:
      'Auf diesem Dokument haben wir kein lesbares digitales Siegel (das Quadrat aus kleinen Punkten) gefunden.',
    advice:
      'Falls das Dokument eines trägt, schicken Sie bitte das ursprüngliche PDF oder ein scharfes, flaches Foto der ganzen Seite.',
    verified: plural(count, {
      one: 'Ein digitales Siegel wurde gefunden.',
      other: `${number(count)} digitale Siegel wurden gefunden.`,
    }),
  }),
  'doc-authenticity/seal-unreadable': () => ({
    problem: 'Auf dieser Seite ist ein digitales Siegel, aber es hält seine eigenen Regeln nicht ein.',
    advice:
      'Schicken Sie das ursprüngliche PDF oder ein schärferes Bild. Bleibt es dabei, sollte ein Mensch das Dokument ansehen.',
  }),
  'doc-authenticity/seal-signature': ({ authority, certificate }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `Die Signatur des digitalen Siegels ließ sich nicht prüfen: Uns fehlt der Schlüssel von ${authority} ${certificate}.`
        : `Die Angaben im digitalen Siegel sind nicht die, die unter ${authority} ${certificate} signiert wurden.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'Aktualisieren Sie Vertrauenslisten und Zertifikate, oder fragen Sie die ausstellende Stelle.'
        : 'Bitten Sie um das Originaldokument und lassen Sie einen Menschen darauf schauen.',
    verified: `Die Angaben im digitalen Siegel sind so, wie sie unter ${authority} ${certificate} signiert wurden.`,
  }),
  'doc-authenticity/seal-authority': ({ authority, certificate, problem }) => ({
    problem: `Für den Unterzeichner des digitalen Siegels (${authority} ${certificate}) bürgt nichts: ${PROBLEMS[problem ?? 'authority-unknown']}.`,
    advice: 'Aktualisieren Sie Vertrauenslisten und Zertifikate und prüfen Sie dann noch einmal.',
    verified: `Das Zertifikat ${certificate} des Siegels stammt von ${authority}, einer vertrauenswürdigen Stelle.`,
  }),
  'doc-authenticity/seal-certificate-valid': ({ signedOn }, format) => ({
    problem:
      signedOn === null
        ? 'Das digitale Siegel nennt keinen Tag der Signatur; ob sein Zertifikat damals gültig war, lässt sich nicht sagen.'
        : `Das Zertifikat des digitalen Siegels war am Tag der Signatur, dem ${format.date(signedOn)}, nicht gültig.`,
    advice: 'Lassen Sie einen Menschen auf das Dokument schauen.',
    verified: 'Das Zertifikat des Siegels war am Tag der Signatur gültig.',
  }),
  'doc-authenticity/seal-revoked': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'Ob das Zertifikat des digitalen Siegels widerrufen wurde, ließ sich nicht feststellen.'
        : 'Das Zertifikat des digitalen Siegels wurde widerrufen.',
    advice:
      format.outcome === 'inconclusive'
        ? 'Prüfen Sie noch einmal, sobald die Sperrliste der Stelle vorliegt.'
        : 'Verlassen Sie sich nicht auf das Siegel; fragen Sie die ausstellende Stelle.',
    verified: 'Das Zertifikat des Siegels ist nicht widerrufen.',
  }),
  'doc-authenticity/seal-test-authority': () => ({
    problem:
      'Dieses Siegel wurde mit dem öffentlichen Testschlüssel gemacht. Das kann jeder; es beweist nichts.',
    advice: 'Bitten Sie um das echte Dokument.',
  }),
  'doc-authenticity/seal-from-future': ({ signedOn }, format) => ({
    problem: `Das digitale Siegel trägt das Datum ${format.date(signedOn)}, das noch bevorsteht.`,
    advice: 'Lassen Sie einen Menschen auf das Dokument schauen.',
  }),
  'doc-authenticity/seal-field-unknown': ({ id }) => ({
    problem: `Das digitale Siegel enthält ein Feld (${id}), das wir noch nicht kennen.`,
    advice: 'Nichts zu tun: Das Feld bleibt erhalten, wie es ist.',
  }),
  'doc-authenticity/seal-field-malformed': ({ id }) => ({
    problem: `Das Feld ${id} des digitalen Siegels hat nicht die vorgesehene Länge.`,
    advice: 'Vergleichen Sie dieses Feld selbst mit dem Dokument.',
  }),
  'doc-authenticity/seal-unsigned-fields': ({ ids }, format) => ({
    problem: `Das digitale Siegel trägt hinter seiner Signatur noch Felder (${format.list(ids)}). Die kann jeder geschrieben haben.`,
    advice: 'Verlassen Sie sich nicht auf diese Felder.',
  }),
  'doc-authenticity/seal-agrees': ({ field }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `${FIELDS[field]}: Ob Siegel und Geschriebenes übereinstimmen, ließ sich nicht sagen.`
        : `${FIELDS[field]}: Siegel und Geschriebenes weichen voneinander ab.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'Vergleichen Sie beides selbst.'
        : 'Vergleichen Sie das Dokument mit dem Inhalt des Siegels und bitten Sie um das Original.',
    verified: `${FIELDS[field]}: Siegel und Geschriebenes stimmen überein.`,
  }),
  'doc-authenticity/not-a-seal': () => ({
    problem: 'Dieser Code ist kein digitales Siegel.',
    advice: 'Nichts zu tun, es sei denn, das Dokument müsste eines tragen.',
  }),
  'doc-authenticity/seal-malformed': () => ({
    problem: 'Auf dieser Seite ist ein digitales Siegel, aber es hält seine eigenen Regeln nicht ein.',
    advice:
      'Schicken Sie das ursprüngliche PDF oder ein schärferes Bild. Bleibt es dabei, sollte ein Mensch das Dokument ansehen.',
  }),
  'doc-authenticity/trust-list-malformed': () => ({
    problem: 'Diese Liste vertrauenswürdiger Stellen lässt sich nicht lesen.',
    advice: 'Holen Sie die Liste noch einmal bei der Stelle, die sie veröffentlicht.',
  }),
  'doc-authenticity/trust-list-signature': () => ({
    problem:
      'Die Signatur dieser Liste vertrauenswürdiger Stellen ließ sich nicht bestätigen; die Liste wird daher nicht verwendet.',
    advice: 'Holen Sie die Liste noch einmal und prüfen Sie, welches Zertifikat sie signiert.',
  }),
};
