import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

/** The French list has about 30 kB, the largest national lists some 10 MB. */
export const MAX_XML_LENGTH: number = 16 * 1024 * 1024;

/** What is wrong with XML before anything is asked of it. */
export type XmlProblem = 'not-xml' | 'too-large' | 'document-type';

/** Parses XML; refuses document types, and with them every entity that is not predefined and every external reference. */
export function readXml(xml: string): Document | XmlProblem {
  if (xml.length > MAX_XML_LENGTH) return 'too-large';
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return 'document-type';
  try {
    const parser = new DOMParser({
      onError: () => {
        throw new SyntaxError('not well-formed');
      },
    });
    const document = parser.parseFromString(xml.replace(/^\uFEFF/, ''), 'text/xml');
    return document.documentElement ? document : 'not-xml';
  } catch {
    return 'not-xml';
  }
}

/** The elements below `parent` with this namespace and name, in document order. */
export function elementsOf(parent: Document | Element, namespace: string, name: string): Element[] {
  return Array.from(parent.getElementsByTagNameNS(namespace, name));
}

/** The text of the first such element, trimmed. */
export function textIn(parent: Document | Element, namespace: string, name: string): string | undefined {
  return elementsOf(parent, namespace, name)[0]?.textContent?.trim();
}
