import type { Box, Locale, Point, Verdict } from '@dossierkit/core';

/** Everything the page shows, already in the reader's language. The renderer knows HTML and nothing else. */
export interface ReportView {
  readonly locale: Locale;
  readonly title: string;
  readonly subtitle: string;
  /** The dossier's state in words, and how far it is. */
  readonly state: { readonly label: string; readonly done: number; readonly total: number };
  readonly nextStep: string;
  readonly requirements: readonly RequirementView[];
  readonly files: readonly FileView[];
  readonly timeline: readonly TimelineView[];
  /** Why the first reminder does not come earlier, and the like. */
  readonly timelineNotes: readonly string[];
  readonly footer: readonly string[];
}

export interface RequirementView {
  readonly title: string;
  readonly tone: Tone;
  readonly state: string;
  readonly why: readonly string[];
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly requirement: string;
  readonly verdict: Verdict | 'unreadable';
  readonly verdictLabel: string;
  /** What kind of document it was taken for, in words. */
  readonly kind: string;
  readonly pictures: readonly PictureView[];
  readonly messages: readonly MessageView[];
  readonly verified: readonly string[];
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly steps: readonly { readonly label: string; readonly milliseconds: number; readonly note: string }[];
  readonly digest: string;
}

/** A page as a data URI, with what was noticed drawn over it. */
export interface PictureView {
  readonly src: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly alt: string;
  readonly marks: readonly MarkView[];
  readonly outline?: readonly Point[];
}

export interface MarkView {
  readonly box: Box;
  readonly label: string;
  readonly tone: Tone;
}

export interface MessageView {
  readonly tone: Tone;
  readonly text: string;
  readonly advice: string;
  readonly measured?: string;
}

export interface TimelineView {
  readonly when: string;
  readonly title: string;
  readonly detail: string;
  readonly why: readonly string[];
  readonly past: boolean;
}

export type Tone = 'good' | 'look' | 'bad' | 'neutral';
