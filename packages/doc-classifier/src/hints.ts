/** What other checks have learned about the same file, as plain data. All of it is optional. */
export interface DocumentHints {
  /** The format of a machine-readable zone that was read: `TD1`, `TD2`, `TD3`, `MRV-A`, `MRV-B`, `FRENCH-CNI`, … */
  readonly mrzFormat?: string;
  /** The zone's document code: `P`, `ID`, `AR`, … */
  readonly mrzCode?: string;
  /** The document type of a visible digital seal, as the seal's specification numbers it (2D-Doc: `04` tax notice). */
  readonly sealType?: string;
}
