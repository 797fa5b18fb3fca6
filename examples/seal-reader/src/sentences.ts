import { type Finding, type Locale, renderMessage } from '@dossierkit/core';
import { messages } from '@dossierkit/doc-authenticity';

export interface Sentence {
  readonly text: string;
  readonly advice: string;
  /** `ok`: verified. `look`: a person should. `note`: everything else. */
  readonly mood: 'ok' | 'look' | 'note';
  readonly page?: number;
}

/** What there is to say, what matters first. Passed findings that say nothing of their own are left out. */
export function sentencesOf(findings: readonly Finding[], locale: Locale): Sentence[] {
  const order = { look: 0, ok: 1, note: 2 };
  return findings
    .map((finding): Sentence => {
      const { text, advice } = renderMessage(messages, finding, locale);
      const mood = finding.outcome === 'passed' ? 'ok' : finding.severity === 'info' ? 'note' : 'look';
      return { text, advice, mood, ...(finding.where && { page: finding.where.page }) };
    })
    .filter(({ text }) => text !== '')
    .sort((a, b) => order[a.mood] - order[b.mood]);
}
