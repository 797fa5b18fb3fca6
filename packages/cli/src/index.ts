export { type ProgramOptions, runProgram } from './main.js';
export type { Output } from './terminal.js';
