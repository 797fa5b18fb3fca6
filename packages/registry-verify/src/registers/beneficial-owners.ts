import { known } from '../internal/known.js';
import { optional } from '../internal/optional.js';
import { birthAt } from './dates.js';
import type { BeneficialOwner } from './evidence.js';
import type { Fields } from './fields.js';
import { personNames } from './person-names.js';
import { found, inconclusive, type Reading } from './reading.js';

/** The beneficial owners as API Entreprise repeats them from the RNE: `{ nom, prenoms[], date_naissance, modalites }`. */
export function readOwners(fields: Fields, entries: readonly Fields[]): Reading {
  const owners = entries.map((entry) => {
    const terms = entry.at('modalites');
    const [shares, votes] = [terms.at('detention_de_capital'), terms.at('droits_de_vote')];
    return ownerOf(entry, {
      capital: largest(shares.number('parts_totale'), shares.number('parts_directes.pleine_propriete')),
      votes: largest(votes.number('total'), votes.number('directes.pleine_propriete')),
      controls:
        ['decision_ag', 'nommage_membres_conseil_administratif', 'autres'].some(
          (power) => terms.flag(`pouvoirs_de_controle.${power}`) === true,
        ) || terms.flag('representant_legal') === true,
      residence: entry.text('pays_residence'),
    });
  });
  if (owners.some((owner) => owner === undefined)) return inconclusive('changed-shape');
  return found(fields, { beneficialOwners: known(...owners) });
}

/** The owners in an entry of the RNE itself, where the account may see them; those who left are marked. */
export function ownersInRne(part: Fields): readonly BeneficialOwner[] | undefined {
  const entries = part.entries('beneficiairesEffectifs');
  if (!entries) return undefined;
  const current = entries.filter((entry) => entry.flag('indicateurActif') !== false);
  const owners = current.map((entry) => {
    const terms = entry.at('modalite');
    return ownerOf(entry.at('beneficiaire.descriptionPersonne'), {
      capital: largest(terms.number('detentionPartTotale'), terms.number('partsDirectesPleinePropriete')),
      votes: largest(terms.number('detentionVoteTotal'), terms.number('voteDirectePleinePropriete')),
      controls: [
        'detentionPouvoirDecisionAG',
        'detentionPouvoirNommageMembresConseilAdmin',
        'detentionAutresMoyensControle',
        'beneficiaireRepresentantLegal',
      ].some((power) => terms.flag(power) === true),
      residence: entry.text('beneficiaire.adresseDomicile.pays'),
    });
  });
  // One whom the register does not name would make the list look complete: then it is no list.
  return owners.some((owner) => owner === undefined) ? undefined : known(...owners);
}

interface Terms {
  readonly capital: number | undefined;
  readonly votes: number | undefined;
  readonly controls: boolean;
  readonly residence: string | undefined;
}

function ownerOf(person: Fields, terms: Terms): BeneficialOwner | undefined {
  const family = person.text('nom');
  if (family === undefined) return undefined;
  const given = known(...(person.list('prenoms') ?? []).map((name) => name.text('')));
  const inUse = person.text('nom_usage') ?? person.text('nomUsage');
  return {
    ...personNames(family, given.length > 0 ? given.join(',') : person.text('prenoms'), inUse),
    ...optional(
      'birth',
      birthAt(person.has('date_naissance') ? person.at('date_naissance') : person.at('dateDeNaissance')),
    ),
    ...optional('nationality', person.text('nationalite')),
    ...optional('residence', terms.residence),
    ...optional('capitalShare', shareOf(terms.capital)),
    ...optional('votingShare', shareOf(terms.votes)),
    ...(terms.controls ? { controls: true as const } : {}),
  };
}

/** Registers leave the total at 0 where somebody filled in the parts only. */
function largest(...percents: readonly (number | undefined)[]): number | undefined {
  const given = known(...percents);
  return given.length === 0 ? undefined : Math.max(...given);
}

const shareOf = (percent: number | undefined): number | undefined =>
  percent === undefined || percent < 0 || percent > 100 ? undefined : percent / 100;
