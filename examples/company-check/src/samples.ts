import type { RepresentativeClaim } from '@dossierkit/registry-verify';

/** Questions to the bundled registers, one for each kind of answer. */
export const samples: readonly RepresentativeClaim[] = [
  {
    company: { siren: '999000011', name: 'Atelier Méridien' },
    person: { familyName: 'Fontaine', givenNames: 'Claire', birth: '1978-04' },
  },
  {
    company: { siren: '999000011' },
    person: { familyName: 'Benali', givenNames: 'Amina', birth: '1971-09' },
  },
  {
    company: { siren: '999000011' },
    person: { familyName: 'Mercier', givenNames: 'Paul', birth: '1969-11' },
  },
  {
    company: { siren: '999000052' },
    person: { familyName: 'Martin', givenNames: 'Jean' },
  },
  {
    company: { germanRegisterNumber: 'HRB 99901, Amtsgericht Kiel' },
    person: { familyName: 'Brandt', givenNames: 'Kim', birth: '1970-01-01' },
  },
];
