/** The version of the rules that decide. */
export const AUTHENTICITY_RULES_VERSION = '1.1.0';
