import type { CompanyRepresentative, Evidence, PersonName } from '../registers/evidence.js';
import type { CompanyId } from '../registers/question.js';
import type { Register } from '../registers/register.js';
import { askInTurn, evidenceOf, questionAbout, type Reply } from './ask.js';
import type { VerifyOptions } from './options.js';
import { type ListReading, type Office, readList } from './representatives.js';

/** Why a company in office could not be followed. */
export type ChainProblem = 'no-number' | 'too-long' | 'circular' | 'not-active' | 'register';

/** How a person stands to a company, by all registers that were asked. */
export interface Standing {
  /** The office by which the person acts, found in `register`. */
  readonly office?: Office;
  readonly register?: string;
  /** The companies between, the nearest first; empty where the person holds the office itself. */
  readonly through: readonly string[];
  /** What each register's list said, in the order of asking. */
  readonly lists: readonly {
    readonly register: string;
    readonly final: boolean;
    readonly reading: ListReading;
  }[];
  readonly problems: readonly ChainProblem[];
  readonly replies: readonly Reply[];
}

/** How far the search goes through companies that are officers of companies. */
export interface SearchLimits {
  readonly maxChainLength: number;
}

/** Looks for a person among the officers of a company, and among those of the companies in office, and so on. */
export async function resolveSigner(
  ids: readonly CompanyId[],
  person: PersonName,
  options: VerifyOptions & SearchLimits,
  visited: readonly string[] = [],
): Promise<Standing> {
  const isEnough = (evidence: Evidence, register: Register): boolean => {
    if (!evidence.representatives?.length || !evidence.company) return false;
    const { office, masked } = readList(evidence.representatives, person);
    const isSure = office?.match === 'same' && office.power === 'sole';
    return isSure || (masked === 0 && register.authoritativeFor.includes('representatives'));
  };
  const replies = await askInTurn(
    questionAbout('representatives', ids),
    options.registers,
    isEnough,
    options.signal,
  );
  const lists = replies.flatMap(({ register, answer }) => {
    // An empty list is no list: the register does not know, or does not tell, who represents the company.
    if (answer.outcome !== 'found' || !answer.evidence.representatives?.length) return [];
    const reading = readList(answer.evidence.representatives, person);
    return [{ register: register.id, final: register.authoritativeFor.includes('representatives'), reading }];
  });
  const direct = bestOf(lists);
  if (direct) return { ...direct, through: [], lists, problems: [], replies };
  return followCompanies({ through: [], lists, problems: [], replies }, ids, person, options, visited);
}

/** The surest office; among equals that of the register whose word is final. */
function bestOf(
  lists: Standing['lists'],
): { readonly office: Office; readonly register: string } | undefined {
  const held = lists.flatMap(({ register, final, reading }) =>
    reading.office ? [{ register, final, office: reading.office }] : [],
  );
  const sure = held.filter(({ office }) => office.match === 'same');
  const candidates = sure.length > 0 ? sure : held;
  return candidates.find(({ final }) => final) ?? candidates[0];
}

async function followCompanies(
  standing: Standing,
  ids: readonly CompanyId[],
  person: PersonName,
  options: VerifyOptions & SearchLimits,
  visited: readonly string[],
): Promise<Standing> {
  const path = [...visited, ...ids.map(keyOf)];
  const companies = officersToFollow(standing);
  const problems: ChainProblem[] = [];
  const replies = [...standing.replies];
  for (const company of companies) {
    const step = nextStep(company, path, options.maxChainLength);
    if (typeof step === 'string') {
      problems.push(step);
      continue;
    }
    const beyond = await resolveSigner([step], person, options, path);
    replies.push(...beyond.replies);
    problems.push(...beyond.problems);
    if (!isActing(beyond.replies)) problems.push(hasAnswer(beyond.replies) ? 'not-active' : 'register');
    else if (beyond.office) {
      const name = company.name ?? step.value;
      // A chain is as strong as its weakest link: who acts for a company that acts only jointly acts jointly.
      const office = company.power === 'sole' ? beyond.office : { ...beyond.office, ...weaker(company) };
      const register = beyond.register;
      return {
        ...standing,
        office,
        ...(register ? { register } : {}),
        through: [name, ...beyond.through],
        problems: [],
        replies,
      };
    }
  }
  return { ...standing, problems: [...new Set(problems)], replies };
}

const weaker = ({ power, signers }: CompanyRepresentative): Pick<Office, 'power' | 'signers'> =>
  signers === undefined ? { power } : { power, signers };

/** Companies in office by the register whose word is final, else by all. */
function officersToFollow({ lists }: Standing): readonly CompanyRepresentative[] {
  const finals = lists.filter(({ final }) => final);
  const all = (finals.length > 0 ? finals : lists).flatMap(({ reading }) => reading.companies);
  const seen = new Set<string>();
  return all.filter((company) => {
    const key = company.id ? keyOf(company.id) : `?${company.name ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

function nextStep(
  company: CompanyRepresentative,
  path: readonly string[],
  maxLength: number,
): CompanyId | ChainProblem {
  if (!company.id) return 'no-number';
  if (path.includes(keyOf(company.id))) return 'circular';
  return path.length > maxLength ? 'too-long' : company.id;
}

const keyOf = ({ scheme, value }: CompanyId): string => `${scheme}:${value}`;
const hasAnswer = (replies: readonly Reply[]): boolean => evidenceOf(replies).length > 0;

/** Whether the next company in the chain is one that can act today, by the first register that says. */
function isActing(replies: readonly Reply[]): boolean {
  const states = evidenceOf(replies).flatMap(({ company }) => (company ? [company.state] : []));
  return states[0] === 'active';
}
