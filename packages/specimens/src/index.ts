export { type ContactSheetOptions, renderContactSheet } from './contact-sheet.js';
export type { Defect, DefectKind, StrengthDefectKind } from './defect.js';
export type { TruthLine } from './internal/truth-lines.js';
export { listKinds, type SpecimenKind } from './kinds.js';
export {
  type CreatePersonOptions,
  createPerson,
  DEFAULT_AT,
  type PartialPerson,
  type Person,
  type PersonAddress,
  type SpecimenCountry,
} from './person.js';
export { renderSpecimen } from './render-specimen.js';
export type {
  PictureFormat,
  RenderSpecimenOptions,
  Specimen,
  SpecimenMedium,
  SpecimenTruth,
} from './specimen.js';
