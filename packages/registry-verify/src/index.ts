export * from './identifiers/index.js';
export * from './registers/parse-register-answer.js';
export type * from './registers/register.js';
