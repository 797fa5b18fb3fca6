import { DossierkitError } from '@dossierkit/core';
import type { Anchor, KindProfile } from './profile.js';
import { PhraseIndex } from './text/phrase-index.js';

/** An anchor with the numbers of its phrases. */
export interface CompiledAnchor {
  readonly anchor: Anchor;
  readonly phrases: readonly number[];
}

export interface CompiledProfile {
  readonly profile: KindProfile;
  readonly anchors: readonly CompiledAnchor[];
  readonly against: readonly CompiledAnchor[];
}

/** Profiles, and one index of all their phrases, so that a text is gone through once. */
export interface CompiledProfiles {
  readonly profiles: readonly CompiledProfile[];
  readonly byKind: ReadonlyMap<string, CompiledProfile>;
  readonly index: PhraseIndex;
  /** The number of a phrase, for labels of fields. */
  readonly numberOf: (phrase: string) => number;
}

const known = new WeakMap<readonly KindProfile[], CompiledProfiles>();

/** Compiles profiles, once for each list. */
export function compileProfiles(profiles: readonly KindProfile[]): CompiledProfiles {
  const compiled = known.get(profiles) ?? compile(profiles);
  known.set(profiles, compiled);
  return compiled;
}

function compile(profiles: readonly KindProfile[]): CompiledProfiles {
  const index = new PhraseIndex();
  const numbers = new Map<string, number>();
  const numberOf = (phrase: string): number => {
    const number = numbers.get(phrase) ?? index.add(phrase);
    numbers.set(phrase, number);
    return number;
  };
  const compileAnchor = (anchor: Anchor): CompiledAnchor => ({ anchor, phrases: anchor.any.map(numberOf) });
  const list = profiles.map((profile) => {
    for (const field of profile.fields) for (const label of [...field.labels, ...field.not]) numberOf(label);
    return {
      profile,
      anchors: profile.anchors.map(compileAnchor),
      against: profile.against.map(compileAnchor),
    };
  });
  const byKind = new Map(list.map((entry) => [entry.profile.kind, entry]));
  if (byKind.size < list.length) {
    throw new DossierkitError('doc-classifier/profile-invalid', 'Two profiles have the same kind', {
      context: { kinds: list.map((entry) => entry.profile.kind) },
    });
  }
  return { profiles: list, byKind, index, numberOf };
}
