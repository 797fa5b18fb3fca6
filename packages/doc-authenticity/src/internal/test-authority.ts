/** The public test authority of 2D-Doc. Its private keys are published: everybody can seal with them. */
export const TEST_AUTHORITY = 'FR00';

/**
 * The public keys of the test authority by certificate: SubjectPublicKeyInfo in base64.
 *
 * @see France Titres (ANTS), Spécifications techniques des codes à barres 2D-Doc, annex "Certificat de test"
 */
export const TEST_KEYS: Readonly<Record<string, string>> = {
  '0001':
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqY8NfM1igIiTvsTUNuedGDSh1uAB1w8cTNzNnZ4v4in3JAUU6N3AypjQx0QMnMSShJoPvac/w5L02grgf4TCPA==',
};
