import { renderSpecimen } from '@dossierkit/specimens';

/** What the stand-in for a camera shows: the same card blurred, in the dark, and well taken. */
export async function renderSamples(): Promise<Uint8Array[]> {
  const options = { seed: 1, medium: 'photo', widthPx: 1280 } as const;
  const takes = [[{ kind: 'focus-blur', strength: 0.8 }], [{ kind: 'dark', strength: 0.8 }], []] as const;
  const specimens = await Promise.all(
    takes.map((defects) => renderSpecimen('id-card-front', { ...options, defects })),
  );
  return specimens.map(({ bytes }) => bytes);
}
