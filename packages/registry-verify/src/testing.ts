export { validFrenchIban, validLei, validSiren, validSiret, validSwissUid } from './testing/identifiers.js';
