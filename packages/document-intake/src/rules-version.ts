/**
 * The version of the rules by which steps are taken, findings put together and files held together; it changes when the same file
 * may get another answer.
 */
export const RULES_VERSION = '1.0.0';
