/** Companies that do not exist. */
export const COMPANIES: readonly string[] = [
  'Ateliers Beaurivage SAS',
  'Spécimen Industries SA',
  'Les Jardins de Clairval SARL',
  'Boulangerie Pain d’Épi SARL',
  'Transports Mirabelle SAS',
  'Cabinet Exemplaire & Associés SELARL',
  'Modélia Conseil SASU',
  'Hôtel du Grand Chêne SAS',
  'Imprimerie Belle Page SARL',
];

export const GERMAN_COMPANIES: readonly string[] = [
  'Musterwerk GmbH',
  'Beispiel Maschinenbau AG',
  'Gärtnerei Grünspecht GmbH & Co. KG',
  'Bäckerei Sonnenkorn e. K.',
  'Spedition Adlerflug GmbH',
  'Norddeutsche Musterbau SE',
  'Praxis Dr. Vorlage und Partner mbB',
  'Buchhandlung Leselust UG (haftungsbeschränkt)',
];

export const BRITISH_COMPANIES: readonly string[] = [
  'Specimen Energy Ltd',
  'Northern Sample Power plc',
  'Exemplar Gas & Electric Ltd',
  'Thames Model Utilities Ltd',
  'Brightwater Supply Co-operative Ltd',
];
