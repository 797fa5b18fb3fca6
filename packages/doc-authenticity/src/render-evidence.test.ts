import { createCheckReport, digestJson, timestamp } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { renderEvidence } from './render-evidence.js';
import type { TraceFinding } from './traces/check-traces.js';

const place = { page: 1, box: { x: 0.5, y: 0.25, width: 0.25, height: 0.1 } };
const report = createCheckReport<null, TraceFinding>({
  check: 'doc-authenticity',
  version: '1',
  subject: digestJson('x'),
  at: timestamp('2026-06-01T00:00:00Z'),
  value: null,
  findings: [
    {
      code: 'doc-authenticity/pdf-covered-text',
      outcome: 'failed',
      severity: 'warning',
      params: { replaced: true },
      where: place,
    },
    {
      code: 'doc-authenticity/pdf-other-font',
      outcome: 'failed',
      severity: 'warning',
      params: {},
      where: place,
    },
    { code: 'doc-authenticity/pdf-structure', outcome: 'passed', severity: 'warning', params: {} },
  ],
});

it('draws one box for each place of the page, with what was noticed there', () => {
  const svg = renderEvidence(report, { widthPx: 400, heightPx: 800, page: 1 });
  expect(svg).toContain('x="200" y="200" width="100" height="80"');
  expect(svg).toContain('pdf-covered-text, pdf-other-font');
  expect(svg.match(/fill-opacity/g)).toHaveLength(1);
  expect(renderEvidence(report, { widthPx: 400, heightPx: 800 })).not.toContain('<rect');
});

it('escapes labels', () => {
  expect(renderEvidence(report, { widthPx: 400, heightPx: 800, page: 1, label: () => '<&">' })).toContain(
    '&lt;&amp;&quot;&gt;',
  );
});
