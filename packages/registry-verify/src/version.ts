/** Version of the rules that decide; part of every report. */
export const RULES_VERSION = '1.0.0';
