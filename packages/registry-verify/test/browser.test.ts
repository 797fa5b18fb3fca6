// The same answers get the same report in Node and in a real browser, from a bundle as it would be shipped to one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForBrowser, launchBrowser } from '../../../scripts/browser.js';
import { verifyInBrowser } from './browser-entry.js';

let browser: Awaited<ReturnType<typeof launchBrowser>>;
let bundle: string;

beforeAll(async () => {
  bundle = await bundleForBrowser(new URL('./browser-entry.ts', import.meta.url), 'registryVerify');
  browser = await launchBrowser();
}, 60_000);

afterAll(() => browser?.close());

const at = '2026-01-15T10:00:00.000Z';
const siret = '99900001100018';
const etablissement = {
  siren: '999000011',
  siret,
  uniteLegale: { denominationUniteLegale: 'ATELIER MERIDIEN', etatAdministratifUniteLegale: 'A' },
  periodesEtablissement: [{ dateFin: null, etatAdministratifEtablissement: 'A' }],
};

it.each([
  ['accept', JSON.stringify({ header: { statut: 200, message: 'ok' }, etablissement })],
  ['review', '<html>Maintenance</html>'],
])('%s: a browser gives the report that Node gives', async (verdict, body) => {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ content: bundle });
    const inBrowser: unknown = await page.evaluate(
      ([number, answer, time]) =>
        (
          globalThis as unknown as { registryVerify: typeof import('./browser-entry.js') }
        ).registryVerify.verifyInBrowser(number, answer, time),
      [siret, body, at] as const,
    );
    const inNode = await verifyInBrowser(siret, body, at);
    expect(inNode.report.verdict).toBe(verdict);
    expect(inBrowser).toEqual(inNode);
  } finally {
    await page.close();
  }
});
