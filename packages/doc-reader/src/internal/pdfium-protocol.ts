/** What the PDFium thread can be asked. */
export type PdfRequest =
  | {
      readonly type: 'open';
      readonly document: number;
      readonly bytes: Uint8Array;
      readonly password?: string;
    }
  | { readonly type: 'page'; readonly document: number; readonly page: number }
  | { readonly type: 'chars'; readonly document: number; readonly page: number; readonly hidden: boolean }
  | {
      readonly type: 'render';
      readonly document: number;
      readonly page: number;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly grey: boolean;
    }
  | { readonly type: 'close'; readonly document: number };

export interface PdfFacts {
  readonly pageCount: number;
}

/** What is known of a page without drawing it. */
export interface PdfPageFacts {
  /** Of the upright page, in points of 1/72 inch. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** Characters, white space aside, that a person sees. */
  readonly visibleChars: number;
  /** Characters that are drawn invisibly, or under a picture that covers the page: the text layer of a scan. */
  readonly hiddenChars: number;
  /** Characters whose font does not say which letter they are. */
  readonly unmappedChars: number;
  /** How much of the page pictures cover, 0 to 1. */
  readonly pictureShare: number;
  /** Resolution of the largest picture; 0 where there is none. */
  readonly pictureDpi: number;
}

/** The characters of a page in the order of the file. */
export interface PdfChars {
  /** UTF-16 code units or code points; white space that PDFium inserted included. */
  readonly codes: Uint32Array;
  /** Left, top, right, bottom of each, as fractions of the upright page; all zero for inserted white space. */
  readonly boxes: Float32Array;
}
