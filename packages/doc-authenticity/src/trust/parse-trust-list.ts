import { err, ok, parseTimestamp, type Result, type Timestamp } from '@dossierkit/core';
import type { Document, Element } from '@xmldom/xmldom';
import { elementsOf, readXml, textIn } from '../internal/read-xml.js';
import { commonNameOf, readCertificate } from '../internal/x509.js';
import type { TrustedService, TrustList, TrustListError } from './trust-list.js';

const TSL = 'http://uri.etsi.org/02231/v2#';
const GRANTED = /\/Svcstatus\/(inaccord|granted)\/?$/i;

/**
 * Reads a list of trusted services (ETSI TS 119 612, as ANTS publishes it for 2D-Doc) without checking its signature.
 *
 * Use `verifyTrustList` of `@dossierkit/doc-authenticity/node` instead where you can: a trust store takes what comes from
 * here for an unproved claim, and seals stay inconclusive.
 *
 * @returns the list, or `doc-authenticity/trust-list-malformed`. Services whose certificate cannot be read are left out
 * @see https://ants.gouv.fr/nos-missions/les-solutions-numeriques/2d-doc
 */
export function parseTrustList(xml: string): Result<TrustList, TrustListError> {
  const document = readXml(xml);
  if (typeof document === 'string') return malformed(document);
  const root = document.documentElement;
  if (root?.namespaceURI !== TSL || root.localName !== 'TrustServiceStatusList')
    return malformed('not-a-list');
  const sequence = Number(textIn(document, TSL, 'TSLSequenceNumber'));
  const issuedAt = timestampIn(document, 'ListIssueDateTime');
  if (!Number.isSafeInteger(sequence) || !issuedAt) return malformed('incomplete');
  const update = elementsOf(document, TSL, 'NextUpdate')[0];
  return ok({
    sequence,
    territory: textIn(document, TSL, 'SchemeTerritory') ?? '',
    issuedAt,
    nextUpdate: (update && timestampIn(update, 'dateTime')) ?? null,
    signature: 'not-checked',
    services: elementsOf(document, TSL, 'TrustServiceProvider').flatMap(servicesOf),
  });
}

function servicesOf(provider: Element): TrustedService[] {
  const operator = textIn(provider, TSL, 'Name') ?? '';
  const publishedAt = elementsOf(provider, TSL, 'TSPInformationURI')[0];
  return elementsOf(provider, TSL, 'TSPService').flatMap((service): TrustedService[] => {
    const information = elementsOf(service, TSL, 'ServiceInformation')[0];
    const since = information && timestampIn(information, 'StatusStartingTime');
    if (!information || !since) return [];
    const status = GRANTED.test(textIn(information, TSL, 'ServiceStatus') ?? '') ? 'granted' : 'withdrawn';
    return elementsOf(information, TSL, 'X509Certificate').flatMap((element): TrustedService[] => {
      const text = (element.textContent ?? '').replace(/\s+/g, '');
      const certificate = readCertificate(text);
      if (!certificate) return [];
      const at = (publishedAt && textIn(publishedAt, TSL, 'URI')) ?? null;
      const authority = commonNameOf(certificate);
      return [{ authority, operator, certificate: text, status, since, publishedAt: at }];
    });
  });
}

function timestampIn(parent: Document | Element, name: string): Timestamp | undefined {
  const parsed = parseTimestamp(textIn(parent, TSL, name) ?? '');
  return parsed.ok ? parsed.value : undefined;
}

type Problem = Extract<
  TrustListError,
  { code: 'doc-authenticity/trust-list-malformed' }
>['params']['problem'];

function malformed(problem: Problem): Result<never, TrustListError> {
  return err({ code: 'doc-authenticity/trust-list-malformed', params: { problem } });
}
