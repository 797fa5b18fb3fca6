import type { FindingsOf, NoParams } from '@dossierkit/core';
import type { CardFormat } from './identity-layouts.js';

/** What is noticed about how an identity document looks. Nothing here tells a genuine one from a good imitation. */
export type AppearanceFinding = FindingsOf<{
  /** Whether its sides are in the proportion of its format. Inconclusive where its corners are not known. */
  'doc-authenticity/appearance-format': { readonly format: CardFormat };
  /** Whether the machine-readable zone lies where the layout has it. Inconclusive where none was read. */
  'doc-authenticity/appearance-mrz-place': NoParams;
  /** Whether a portrait is in its place. Inconclusive where the picture is too poor to tell. */
  'doc-authenticity/appearance-portrait': { readonly problem: 'elsewhere' | 'missing' | null };
  /** Whether the picture has the colours of a document: a photocopy has none. */
  'doc-authenticity/appearance-colour': NoParams;
  /** Whether the picture has the regular fine structure of a photographed screen. Inconclusive where too little of it is even. */
  'doc-authenticity/appearance-screen': NoParams;
  /** Whether two sides say the same about the document or the person. */
  'doc-authenticity/appearance-sides-agree': { readonly about: SidesFact };
}>;

/** What both sides of a document may say. */
export type SidesFact = 'documentNumber' | 'holder' | 'birthDate';
