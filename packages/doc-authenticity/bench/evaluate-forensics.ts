import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytesSync, plainDate } from '@dossierkit/core';
import type { EvaluationOutcome } from '../../../scripts/evaluation.js';
import { checkTraces } from '../src/traces/check-traces.js';

interface Labels {
  readonly [group: string]: readonly { readonly file: string; readonly edited?: boolean }[];
}

/** Flagged is what the verdict would send to a person. */
export async function evaluateForensics(
  path: string,
  progress: (message: string) => void,
): Promise<EvaluationOutcome> {
  const labels = JSON.parse(readFileSync(join(path, 'labels.json'), 'utf8')) as Labels;
  const cases: { file: string; edited: boolean; flagged: boolean; because: string[] }[] = [];
  for (const { file, edited } of Object.values(labels).flat()) {
    if (edited === undefined) continue;
    progress(file);
    try {
      const bytes = new Uint8Array(readFileSync(join(path, file)));
      const subject = digestBytesSync(bytes);
      const { verdict, findings } = checkTraces(bytes, { subject, at: plainDate('2026-05-03') });
      const because = findings.filter(({ outcome }) => outcome !== 'passed').map(({ code }) => code);
      cases.push({ file, edited, flagged: verdict !== 'accept', because });
    } catch (cause) {
      cases.push({ file, edited, flagged: !edited, because: [`error: ${String(cause)}`] });
    }
  }
  const [changed, untouched] = [cases.filter((one) => one.edited), cases.filter((one) => !one.edited)];
  const found = changed.filter(({ flagged }) => flagged).length;
  const alarms = untouched.filter(({ flagged }) => flagged).length;
  return {
    lines: cases
      .filter(({ edited, flagged }) => edited !== flagged)
      .map(({ file, because }) => `wrong: ${file}: ${because.join(', ') || 'nothing noticed'}`),
    figure: `edited found ${found}/${changed.length}, false alarms ${alarms}/${untouched.length}`,
    cases,
  };
}
