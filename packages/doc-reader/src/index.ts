export {
  createReader,
  type DocumentInput,
  type OpenOptions,
  type Reader,
  type ReaderOptions,
} from './create-reader.js';
export type { Document, Page, PagePicture, ReadPageTextOptions, ReadRasterOptions } from './document.js';
export type { DocumentFormat, ForeignFormat, ReadError, ReadFinding, ReadStep } from './findings.js';
export { defineReadLimits, type ReadLimits } from './limits.js';
export { messages } from './messages/index.js';
export { readInput } from './read-input.js';
