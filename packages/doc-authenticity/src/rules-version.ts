/** The version of the rules that decide. */
export const RULES_VERSION = '1.1.0';
