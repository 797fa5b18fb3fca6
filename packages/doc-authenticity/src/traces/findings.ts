import type { FindingsOf, NoParams, PlainDate } from '@dossierkit/core';

/** What a later revision of a PDF changed. */
export type PdfChange =
  | 'signature'
  | 'validation-data'
  | 'form-filled'
  | 'note'
  | 'metadata'
  | 'structure'
  | 'annotation'
  | 'page-content'
  | 'page-added'
  | 'page-removed';

/** What is noticed about how a file was made and changed. Each is a reason to look, and none is a proof. */
export type PdfTraceFinding = FindingsOf<{
  /**
   * Whether the file could be examined. Inconclusive: encrypted, damaged beyond reading, more than the limits allow, or of
   * a kind that is not examined.
   */
  'doc-authenticity/traces-examined': { readonly reason: ExaminationProblem | null };
  /** Whether the file's own table of its parts is right. Text editors and damage break it. */
  'doc-authenticity/pdf-structure': NoParams;
  /**
   * The file was saved again after it was made, by adding to it. Passed where all that was added is a signature, its
   * validation data, what was filled into its form, or a note. `revision` counts from 1 for the first one added.
   */
  'doc-authenticity/pdf-updated': { readonly revision: number; readonly changes: readonly PdfChange[] };
  /** Whether the file says that it was changed after it was made. */
  'doc-authenticity/pdf-modified-later': { readonly created: PlainDate; readonly modified: PlainDate };
  /** Whether the file names a program for changing files or pictures as its maker. */
  'doc-authenticity/pdf-editor': { readonly program: string };
  /** The file was made by a program that is not among those the policy expects. */
  'doc-authenticity/pdf-producer-unusual': { readonly program: string };
  /**
   * The file's form shows that another program wrote it last than the one it names as its maker. A mere note where that program makes
   * no documents of its own (qpdf, MuPDF, PDFium).
   */
  'doc-authenticity/pdf-rewritten': { readonly writer: string; readonly program: string };
  /** Whether the two sets of metadata in the file agree. */
  'doc-authenticity/pdf-metadata-disagrees': {
    readonly about: readonly ('created' | 'modified' | 'program')[];
  };
  /** Text lies under a rectangle that was drawn later; `replaced`: other text was written on it. */
  'doc-authenticity/pdf-covered-text': { readonly replaced: boolean };
  /** Text lies under a picture that was drawn later. */
  'doc-authenticity/pdf-picture-over-text': NoParams;
  /** Something was drawn on a page that is otherwise one picture. */
  'doc-authenticity/pdf-drawn-on-picture': NoParams;
  /** A few words that were drawn last, out of order, in a font that nothing before them uses. */
  'doc-authenticity/pdf-added-text': NoParams;
  /** Single words in another font than the words around them. */
  'doc-authenticity/pdf-other-font': NoParams;
  /** The page's content bears the marks of a program for changing documents, which wrote it anew. */
  'doc-authenticity/pdf-edited-content': { readonly program: string };
  /** A word that stands a little higher or lower than the others of its line. Always a mere note: some papers are set so. */
  'doc-authenticity/pdf-word-offset': NoParams;
  /**
   * Characters of a font of the file's own whose numbers are out of order, where the program that made the file numbers them as they
   * come: the text was changed after the font had been made.
   */
  'doc-authenticity/pdf-glyph-order': NoParams;
  /** A page that is one picture: nothing on it can be examined as text. Always a mere note. */
  'doc-authenticity/pdf-page-is-picture': NoParams;
  /** Text that lies on the page as an annotation: everybody can add one. */
  'doc-authenticity/pdf-annotation': { readonly kind: string };
  /** Text that is not shown, and says other things than the picture that is. */
  'doc-authenticity/pdf-hidden-text': NoParams;
  /** Electronic signatures in the file, and whether they cover all of it. They are located, not verified. */
  'doc-authenticity/pdf-signature': {
    readonly count: number;
    readonly covers: 'all' | 'all-but-innocent' | 'part' | 'nothing';
  };
}>;

/** Why a file could not be examined for traces. */
export type ExaminationProblem = 'encrypted' | 'damaged' | 'too-much' | 'other-format';

/** What is noticed about a picture file and its pixels. */
export type PictureTraceFinding = FindingsOf<{
  /** Whether the file names a program for changing pictures. */
  'doc-authenticity/picture-editor': { readonly program: string };
  /**
   * A part of the picture that lacks the compression which the rest has been through: it was put in after it. Passed where
   * the whole picture has the same history, inconclusive where its compression does not tell.
   */
  'doc-authenticity/picture-patched': NoParams;
  /** A place of exactly one tone, in a picture of paper that has none elsewhere. */
  'doc-authenticity/picture-even-patch': NoParams;
  /** Several signs that are copies of others in the same picture, with the noise and all. */
  'doc-authenticity/picture-copied': NoParams;
  /** Whether the fine structure of the picture is that of a photographed screen. Inconclusive where too little is even. */
  'doc-authenticity/picture-screen': NoParams;
}>;
