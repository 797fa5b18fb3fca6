import type { Strategy } from '../strategy.js';

/** A share of the promised time at which a message moves on. */
export interface Mark {
  readonly share: number;
  readonly kind: 'overflow' | 'language' | 'skills' | 'team';
}

/** In the order in which they are reached. */
export function marksOf(strategy: Strategy): readonly Mark[] {
  const marks: Mark[] = [
    { share: strategy.overflowShare, kind: 'overflow' },
    ...strategy.relaxing.map(({ share, drop }) => ({ share, kind: drop })),
  ];
  return marks.sort((a, b) => b.share - a.share);
}

/** What holds after so many marks. */
export interface Stage {
  readonly overflowed: boolean;
  readonly language: boolean;
  readonly skills: boolean;
  readonly team: boolean;
  /** The demands that are given up as one number; 0 for none. */
  readonly given: number;
}

export function stagesOf(marks: readonly Mark[]): readonly Stage[] {
  return Array.from({ length: marks.length + 1 }, (_, passed) => {
    const has = (what: Mark['kind']): boolean => marks.slice(0, passed).some(({ kind }) => kind === what);
    const [language, skills, team] = [has('language'), has('skills'), has('team')];
    const given = (language ? 1 : 0) + (skills ? 2 : 0) + (team ? 4 : 0);
    return { overflowed: has('overflow'), language, skills, team, given };
  });
}
