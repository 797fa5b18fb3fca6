// Prints precision, recall and F1 of this package and of two baselines on the labelled pairs:
// `tsx --conditions=@dossierkit/source bench/pairs-report.ts [--misses]`
import { bestLimit, byRules, type Judge, levenshteinAt, measure, tokenSetAt } from './measure.js';
import { PAIRS } from './pairs.js';

const development = PAIRS.filter((pair) => pair.split === 'development');
const test = PAIRS.filter((pair) => pair.split === 'test');
console.log(`${PAIRS.length} pairs: ${development.length} development, ${test.length} test`);
const judges: Record<string, Judge> = {
  'doc-match': byRules,
  levenshtein: levenshteinAt(bestLimit(development, levenshteinAt)),
  'token set': tokenSetAt(bestLimit(development, tokenSetAt)),
};
for (const [name, judge] of Object.entries(judges)) {
  for (const [split, pairs] of Object.entries({ development, test })) {
    const { precision, recall, f1, accepted } = measure(pairs, judge);
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
    console.log(
      `${name}, ${split}: precision ${figures[0]}, recall ${figures[1]}, F1 ${figures[2]}, wrongly accepted ${accepted.length}`,
    );
  }
}
if (process.argv.includes('--misses')) {
  const { accepted, missed } = measure(PAIRS, byRules);
  for (const pair of accepted) console.log('accepted:', pair.document, '=', pair.record, `(${pair.why})`);
  for (const pair of missed) console.log('missed:', pair.document, '=', pair.record, `(${pair.why})`);
}
