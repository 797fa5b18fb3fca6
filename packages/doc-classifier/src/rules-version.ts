/** The version of the rules in this package; it changes when the same document may get another answer. */
export const RULES_VERSION = '1.0.0';
