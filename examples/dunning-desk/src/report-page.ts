import { drawComparison, type SimulationResult } from '@dossierkit/dunning-scheduler';

/** A page that compares policies: a plot, the figures, and the model they rest on. */
export function reportPage(results: readonly SimulationResult[], model: string): string {
  const rows = results.map(
    ({ policy, cases, cured, contacts, costMinor, measures }) =>
      `<tr><th scope="row">${escapeHtml(policy)}</th><td>${Math.round((cured / cases) * 100)} %</td><td>${(contacts / cases).toFixed(1)}</td><td>${(costMinor / cases / 100).toFixed(2)} €</td><td>${measures}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Two reminder policies compared</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.5rem; }
svg { width: 100%; height: auto; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: 0.3rem 0.9rem; border-bottom: 1px solid #ddd; text-align: right; }
th:first-child { text-align: left; }
footer { color: #555; font-size: 0.9rem; }
</style>
<h1>Two reminder policies compared</h1>
${drawComparison(results)}
<table>
<thead><tr><th>Policy</th><th>Settled</th><th>Contacts a case</th><th>Cost a case</th><th>Handed over</th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table>
<footer>A simulation, not an observation: ${escapeHtml(model)}</footer>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
