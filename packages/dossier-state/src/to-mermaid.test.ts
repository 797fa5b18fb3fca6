import { readFileSync } from 'node:fs';
import { timestamp } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { type AuditFact, replayDossier, toMermaid } from './index.js';
import { walk } from './internal/walk.js';
import { sampleProduct, sampleReport } from './testing.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const at = timestamp('2026-05-04T08:00:00Z');

it('draws the machine as the README shows it', () => {
  expect(readme).toContain(`\`\`\`mermaid\n${toMermaid()}\`\`\``);
});

it('draws the life of one dossier', () => {
  const product = sampleProduct();
  const { log } = walk(
    [
      { id: '1', type: 'handed-in', at, submission: 's', requirement: 'address' },
      { id: '2', type: 'report-received', at, submission: 's', report: sampleReport('reject', at) },
      { id: '3', type: 'withdrawn', at, by: { id: 'c', kind: 'customer' }, reason: 'found another' },
      { id: '4', type: 'timer-fired', at: timestamp('2026-07-01T00:00:00Z'), timer: 'archive' },
    ],
    product,
  );
  const life: AuditFact[] = [];
  replayDossier(log, {
    products: [product],
    onStep: ({ effects }) => {
      for (const effect of effects) if (effect.type === 'audit') life.push(effect.fact);
    },
  });
  expect(readme).toContain(`\`\`\`mermaid\n${toMermaid(life)}\`\`\``);
  expect(toMermaid(life)).toMatchInlineSnapshot(`
    "stateDiagram-v2
      [*] --> opened: 1. opened (2026-05-04)
      opened --> collecting: 2. handed-in (2026-05-04)
      collecting --> awaiting_customer: 3. report-received (2026-05-04)
      awaiting_customer --> withdrawn: 4. withdrawn (2026-05-04)
      withdrawn --> archived: 5. timer-fired (2026-07-01)
      archived --> [*]
      class archived now
      classDef now font-weight:bold,stroke-width:3px
    "
  `);
});
