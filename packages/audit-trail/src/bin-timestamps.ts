// The program loads this only where a time-stamping authority is to be believed: reading certificates takes five times as much
// code as all the rest.
export { createTimestampWitness } from './timestamps.js';
