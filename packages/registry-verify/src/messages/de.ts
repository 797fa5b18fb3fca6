import type { MessagesFor } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import type { IdentifierError, IdentifierScheme } from '../identifiers/identifier-error.js';
import type { InconclusiveReason } from '../registers/register.js';
import { registerName, schemeNames } from './register-name.js';

const schemes: Readonly<Record<IdentifierScheme, string>> = {
  ...schemeNames,
  vat: 'Umsatzsteuer-ID',
  'uk-company-number': 'britische Registernummer',
  'german-register-number': 'Registernummer',
  'numero-fiscal': 'französische Steuernummer',
  'reference-avis': 'Nummer des Steuerbescheids',
};

const reasons: Readonly<Record<InconclusiveReason, string>> = {
  unreachable: 'ist nicht erreichbar',
  timeout: 'hat zu lange für die Antwort gebraucht',
  unavailable: 'ist gestört',
  'rate-limited': 'wird gerade zu oft gefragt',
  'quota-exhausted': 'nimmt keine Fragen mehr an, das Kontingent ist aufgebraucht',
  'circuit-open': 'ist mehrmals ausgefallen und wird eine Weile nicht gefragt',
  'maintenance-page': 'zeigt eine Wartungsseite',
  'changed-shape': 'hat eine Antwort gegeben, die sich nicht lesen lässt',
  'wrong-subject': 'hat über jemand anderen geantwortet',
  masked: 'veröffentlicht nicht, was wir brauchen',
  unauthorised: 'hat unseren Zugang nicht angenommen',
  refused: 'nimmt diese Frage nicht an',
  redirected: 'hat uns an eine andere Adresse verwiesen',
  'too-large': 'hat eine zu große Antwort geschickt',
  incomplete: 'hat mehr Einträge, als wir gelesen haben',
  'not-an-answer': 'hat ein Dokument anderer Art geschickt',
  cancelled: 'wurde nicht abgewartet',
};

export const de: MessagesFor<RegistryFinding | IdentifierError> = {
  'registry-verify/identifier-length': ({ scheme, length, expected }) => ({
    problem: `${schemes[scheme]}: erwartet werden ${expected} Zeichen, hier sind es ${length}.`,
    advice: 'Übertragen Sie die Nummer noch einmal vom Dokument.',
  }),
  'registry-verify/identifier-characters': ({ scheme }) => ({
    problem: `${schemes[scheme]}: ein Zeichen gehört nicht hierher.`,
    advice: 'Achten Sie auf Buchstaben, die wie Ziffern aussehen: O ist keine 0, l keine 1.',
  }),
  'registry-verify/identifier-format': ({ scheme }) => ({
    problem: `${schemes[scheme]}: so wird sie nicht geschrieben.`,
    advice:
      scheme === 'german-register-number'
        ? 'Nennen Sie Register, Nummer und Gericht, zum Beispiel „HRB 12345, Amtsgericht München“.'
        : 'Vergleichen Sie mit dem Dokument und lassen Sie nichts weg.',
  }),
  'registry-verify/identifier-check-digit': ({ scheme }) => ({
    problem: `${schemes[scheme]}: sie enthält einen Tippfehler.`,
    advice: 'Vergleichen Sie Ziffer für Ziffer mit dem Dokument; oft sind zwei benachbarte vertauscht.',
  }),
  'registry-verify/identifier-country': ({ scheme, country }) => ({
    problem: `${schemes[scheme]}: für das Land „${country}“ gibt es keine.`,
    advice: 'Prüfen Sie die zwei Buchstaben am Anfang.',
  }),
  'registry-verify/identifier-invalid': ({ scheme }) => ({
    problem: `${schemes[scheme]}: diese Nummer kann nicht stimmen.`,
    advice:
      'Vergleichen Sie sie mit dem Dokument und geben Sie sie neu ein. Noch wurde kein Register gefragt.',
  }),
  'registry-verify/identifiers-disagree': ({ schemes: given }, { list }) => ({
    problem: `Die angegebenen Nummern (${list(given.map((scheme) => schemes[scheme]))}) gehören zu verschiedenen Unternehmen.`,
    advice: 'Klären Sie, welches gemeint ist, und geben Sie nur dessen Nummern an.',
  }),
  'registry-verify/tax-number-key': () => ({
    problem: 'Die letzten drei Ziffern der Steuernummer passen nicht zu den übrigen.',
    advice: 'Vergleichen Sie mit dem Bescheid. Muster mit erfundenen Nummern zeigen das auch.',
  }),
  'registry-verify/register-not-answering': ({ register, reason, retryAt }, { dateTime }) => ({
    problem: `${registerName(register)} ${reasons[reason]}. Über das Unternehmen oder die Person sagt das nichts.`,
    advice: retryAt
      ? `Fragen Sie ab ${dateTime(retryAt, 'Europe/Paris')} (Pariser Zeit) noch einmal.`
      : 'Fragen Sie später noch einmal, oder sehen Sie selbst nach.',
  }),
  'registry-verify/no-register': () => ({
    problem: 'Keines der eingerichteten Register kann das beantworten.',
    advice: 'Richten Sie ein Register für dieses Land und diese Nummer ein, oder sehen Sie selbst nach.',
  }),
  'registry-verify/registers-disagree': ({ registers: [one, other], about }) => ({
    problem: `${registerName(one)} und ${registerName(other)} widersprechen sich darin, ${
      {
        existence: 'ob es das Unternehmen gibt',
        state: 'ob es tätig ist',
        name: 'wie es heißt',
        officers: 'wer es vertritt',
        number: 'welche Nummern es hat',
      }[about]
    }.`,
    advice: 'Sehen Sie sich beide Einträge an. Oft ist einer nur ein paar Tage zurück.',
  }),
  'registry-verify/company-registered': ({ register }) => ({
    problem: `${registerName(register)} kennt kein Unternehmen mit dieser Nummer.`,
    advice: 'Prüfen Sie die Nummer. Ein Unternehmen, das diese Woche gegründet wurde, fehlt vielleicht noch.',
    verified: `Das Unternehmen ist eingetragen: ${registerName(register)}.`,
  }),
  'registry-verify/company-active': ({ register, state }) => ({
    problem:
      state === 'ceased'
        ? `Laut ${registerName(register)} besteht das Unternehmen nicht mehr.`
        : state === 'winding-up'
          ? `Laut ${registerName(register)} wird das Unternehmen abgewickelt.`
          : `${registerName(register)} sagt nicht, ob das Unternehmen tätig ist.`,
    advice:
      state === 'ceased'
        ? 'Niemand kann mehr dafür unterschreiben. Fragen Sie, wer nachgefolgt ist.'
        : 'Bitten Sie um einen aktuellen Auszug, und fragen Sie, wer jetzt handeln darf.',
    verified: `Das Unternehmen ist laut ${registerName(register)} tätig.`,
  }),
  'registry-verify/establishment-open': ({ register, state, closedOn }, { date }) => ({
    problem:
      state === 'closed'
        ? `Laut ${registerName(register)} ist diese Betriebsstätte ${closedOn ? `seit dem ${date(closedOn)} ` : ''}geschlossen. Das Unternehmen selbst kann anderswo weiterbestehen.`
        : state === 'not-listed'
          ? `${registerName(register)} kennt das Unternehmen, aber keine Betriebsstätte mit dieser SIRET.`
          : `${registerName(register)} sagt nicht, ob diese Betriebsstätte geöffnet ist.`,
    advice: 'Fragen Sie nach der SIRET des Ortes, an dem das Unternehmen heute arbeitet.',
    verified: `Die Betriebsstätte ist laut ${registerName(register)} geöffnet.`,
  }),
  'registry-verify/name-agrees': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} führt unter dieser Nummer einen anderen Namen.`
        : `${registerName(register)} nennt den Namen nicht.`,
    advice: 'Vergleichen Sie mit dem Auszug; oft wird ein Geschäfts- oder früherer Name verwendet.',
    verified: `Der Name stimmt mit ${registerName(register)} überein.`,
  }),
  'registry-verify/address-agrees': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} führt eine andere Anschrift.`
        : `${registerName(register)} nennt die Anschrift nicht.`,
    advice: 'Fragen Sie, ob es eine Niederlassung ist oder das Unternehmen umgezogen ist.',
    verified: `Die Anschrift stimmt mit ${registerName(register)} überein.`,
  }),
  'registry-verify/representative-listed': ({ register, role }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${registerName(register)} nennt diese Person nicht unter denen, die das Unternehmen vertreten.`
        : `Aus ${registerName(register)} geht nicht hervor, ob diese Person das Unternehmen vertritt.`,
    advice: 'Bitten Sie um eine Vollmacht oder um die Urkunde der Bestellung.',
    verified: `Die Person ist eingetragen${role ? ` als ${role}` : ''}: ${registerName(register)}.`,
  }),
  'registry-verify/representative-resigned': ({ register }) => ({
    problem: `Laut ${registerName(register)} ist diese Person aus dem Amt ausgeschieden.`,
    advice: 'Fragen Sie, wer es jetzt innehat.',
  }),
  'registry-verify/representative-identity': ({ register, problem }) => ({
    problem: {
      none: '',
      'birth-differs': `${registerName(register)} nennt jemanden gleichen Namens, der zu einer anderen Zeit geboren ist.`,
      'birth-unknown':
        'Der Name ist derselbe, doch ohne Geburtsmonat ist eine Namensgleichheit nicht auszuschließen.',
      'given-name-unknown': `${registerName(register)} nennt den Familiennamen ohne einen Vornamen, der sich vergleichen ließe.`,
    }[problem],
    advice: 'Vergleichen Sie mit dem Ausweis und geben Sie das Geburtsdatum ein.',
    verified: `Name und Geburtsmonat stimmen mit ${registerName(register)} überein.`,
  }),
  'registry-verify/signing-power': ({ role, power }) => ({
    problem:
      power === 'none'
        ? `Als ${role} vertritt diese Person das Unternehmen nicht.`
        : `Die Funktion „${role}“ allein sagt nicht, ob diese Person unterschreiben darf.`,
    advice: 'Bitten Sie um eine Vollmacht, oder sehen Sie in die Satzung.',
    verified:
      power === 'joint'
        ? `Als ${role} unterschreibt diese Person gemeinsam mit anderen für das Unternehmen.`
        : `Als ${role} darf diese Person allein für das Unternehmen unterschreiben.`,
  }),
  'registry-verify/joint-signature': ({ needed, present }) => ({
    problem: `${needed} Personen müssen gemeinsam unterschreiben; bestätigt: ${present}.`,
    advice: 'Lassen Sie auch die anderen Berechtigten unterschreiben.',
    verified: 'Von denen, die gemeinsam unterschreiben müssen, sind genug bestätigt.',
  }),
  'registry-verify/role-agrees': ({ register, role }) => ({
    problem: `${registerName(register)} nennt für diese Person eine andere Funktion: ${role}.`,
    advice: 'Berichtigen Sie die Funktion im Formular.',
    verified: `Die Funktion stimmt mit ${registerName(register)} überein.`,
  }),
  'registry-verify/signs-through': ({ through }, { list }) => ({
    problem: `Die Person handelt über ${list(through)}.`,
    advice: 'Bewahren Sie die Einträge dieser Unternehmen in der Akte auf.',
    verified: `Die Person handelt über ${list(through)}.`,
  }),
  'registry-verify/chain-unresolved': ({ reason }) => ({
    problem: {
      'no-number':
        'Das Unternehmen wird von einem anderen vertreten, dessen Nummer das Register nicht nennt.',
      'too-long': 'Zu viele Unternehmen vertreten einander hintereinander.',
      circular: 'Die Unternehmen vertreten einander im Kreis.',
      'not-active': 'Das Unternehmen wird von einem anderen vertreten, das nicht tätig ist.',
      register: 'Das Unternehmen wird von einem anderen vertreten, über das kein Register geantwortet hat.',
    }[reason],
    advice: 'Fragen Sie, wer für jenes Unternehmen handelt, mit einem Auszug aus dessen Register.',
  }),
  'registry-verify/officers-masked': ({ register, count }, { plural }) => ({
    problem: `${registerName(register)} veröffentlicht die Namen von ${count} ${plural(count, { one: 'Vertreter', other: 'Vertretern' })} nicht.`,
    advice: 'Bitten Sie das Unternehmen um seinen vollständigen Auszug.',
  }),
  'registry-verify/vat-valid': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `Laut ${registerName(register)} ist diese Umsatzsteuer-ID nicht gültig.`
        : 'Es ließ sich nicht klären, ob diese Umsatzsteuer-ID gültig ist.',
    advice:
      outcome === 'failed'
        ? 'Fragen Sie, ob sie für den Handel in der Europäischen Union angemeldet ist.'
        : 'Fragen Sie später noch einmal; die Datenbanken der Staaten sind oft eine Weile geschlossen.',
    verified: `Die Umsatzsteuer-ID ist laut ${registerName(register)} gültig.`,
  }),
  'registry-verify/address-known': ({ precision }) => ({
    problem:
      precision === 'none'
        ? 'Diese Anschrift wurde nicht gefunden.'
        : precision === 'street'
          ? 'Die Straße ist bekannt, die Hausnummer nicht.'
          : 'Nur der Ort ist bekannt, nicht die Straße.',
    advice: 'Prüfen Sie Straße und Nummer; ein neues Haus fehlt vielleicht noch.',
    verified: 'Die Anschrift gibt es, bis zur Hausnummer.',
  }),
  'registry-verify/tax-notice-known': () => ({
    problem: 'Die Steuerverwaltung kennt keinen Bescheid mit diesen beiden Nummern.',
    advice: 'Vergleichen Sie beide Nummern mit der ersten Seite des Bescheids.',
    verified: 'Die Steuerverwaltung kennt diesen Bescheid.',
  }),
  'registry-verify/tax-notice-latest': () => ({
    problem: 'Dieser Bescheid wurde durch einen neueren ersetzt.',
    advice: 'Bitten Sie um den berichtigten Bescheid (avis correctif).',
    verified: 'Kein neuerer Bescheid ersetzt diesen.',
  }),
  'registry-verify/tax-notice-partial': () => ({
    problem: 'Der Bescheid betrifft nur einen Teil des Jahres.',
    advice: 'Bitten Sie auch um den Bescheid für den Rest des Jahres.',
  }),
  'registry-verify/tax-notice-agrees': ({ field }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${fields[field]}: Bescheid und Steuerverwaltung stimmen nicht überein.`
        : `${fields[field]}: Dazu gibt die Steuerverwaltung hier keine Auskunft.`,
    advice:
      outcome === 'failed'
        ? 'Lassen Sie den Bescheid von einem Menschen vergleichen.'
        : 'Lesen Sie das 2D-Doc-Siegel des Bescheids.',
    verified: `${fields[field]}: Bescheid und Steuerverwaltung stimmen überein.`,
  }),
};

const fields = {
  declarants: 'Name',
  'reference-income': 'Referenzeinkommen',
  tax: 'Steuerbetrag',
  'income-year': 'Jahr der Einkünfte',
  'household-shares': 'Zahl der Anteile',
} as const;
