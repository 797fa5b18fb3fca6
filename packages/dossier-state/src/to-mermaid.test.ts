import { readFileSync } from 'node:fs';
import { timestamp } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { type AuditFact, replayDossier, toMermaid } from './index.js';
import { walk } from './internal/walk.js';
import { sampleProduct, sampleReport } from './testing.js';

const guide = readFileSync(new URL('../../../docs/dossier-life.md', import.meta.url), 'utf8');
const at = timestamp('2026-05-04T08:00:00Z');

it('draws the machine as the guide shows it', () => {
  expect(guide).toContain(`\`\`\`mermaid\n${toMermaid()}\`\`\``);
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
  expect(guide).toContain(`\`\`\`mermaid\n${toMermaid(life)}\`\`\``);
});
