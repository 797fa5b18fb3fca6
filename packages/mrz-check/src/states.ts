const ISO_3166 = `ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB
GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN
KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR
MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW
PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR
SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT
VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE`;

/** Part 3 section 5, codes that ICAO adds: Germany, British nationals, Kosovo, organisations, stateless persons. */
const ICAO = `D EUE GBD GBN GBO GBP GBS RKS UNO UNA UNK XBA XIM XCC XCE XCO XDC XEC XES XMP XOM XPO XXA XXB XXC XXX`;

/** Withdrawn, and still seen on documents. */
const FORMER = 'ANT NTZ XXK SCG YUG ZAR TMP SUN CSK DDR INP';

const STATES: ReadonlySet<string> = new Set(`${ISO_3166} ${ICAO} ${FORMER}`.split(/\s+/));

/** Codes that only specimens carry: Utopia. */
const SPECIMEN: ReadonlySet<string> = new Set(['UTO']);

/**
 * Whether a code may stand as issuing state or nationality: ISO 3166-1 alpha-3, ICAO's own codes (`D`, `GBN`, `XXA`,
 * `EUE`, …), withdrawn ones, and `UTO` of specimens.
 *
 * @see ICAO Doc 9303 part 3, section 5
 */
export function isMrzState(code: string): boolean {
  return code.length > 0 && code.length <= 3 && KNOWN[placeOf(code)] === 1;
}

/** Three letters as one number: a table answers several times as fast as a set, which must hash each text anew. */
function placeOf(code: string): number {
  let place = 0;
  for (let i = 0; i < 3; i++) {
    const letter = i < code.length ? code.charCodeAt(i) - 64 : 0;
    if (letter < 0 || letter > 26) return 0;
    place = place * 27 + letter;
  }
  return place;
}

/** Every code that may stand there, as it is printed: `D<<`, `FRA`. */
export const PRINTED_STATES: readonly string[] = [...STATES, ...SPECIMEN].map((code) => code.padEnd(3, '<'));

const KNOWN = new Uint8Array(27 ** 3);
for (const code of [...STATES, ...SPECIMEN]) KNOWN[placeOf(code)] = 1;

/** What only a holder can be: stateless, a refugee, of a nationality that is not known. */
const HOLDERS: ReadonlySet<string> = new Set(['XXA', 'XXB', 'XXC', 'XXX']);

/** Whether a code can only be a nationality, because nobody of that name issues documents. */
export function isHolderCode(code: string): boolean {
  return HOLDERS.has(code);
}

/** Organisations give their staff travel documents, and nobody a visa. */
const ORGANISATIONS: ReadonlySet<string> = new Set(
  'EUE UNO UNA UNK XBA XIM XCC XCE XCO XDC XEC XES XMP XOM XPO'.split(' '),
);

/** Whether a code is that of an organisation, which has no border. */
export function isOrganisation(code: string): boolean {
  return ORGANISATIONS.has(code);
}

/** Whether a code is one that no real document carries. */
export function isSpecimenState(code: string): boolean {
  return SPECIMEN.has(code);
}
