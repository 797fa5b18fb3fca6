import { digestJson, type JsonValue, type Locale, parsePolicy, type Sha256 } from '@dossierkit/core';
import type { Condition } from './condition.js';
import { productSchema } from './internal/product-schema.js';

/** A name for people, by language. */
export type Label = Readonly<Partial<Record<Locale, string>>>;

/** What may be asked of the customer, so that a condition can only rest on an answer that can be given. */
export type Question =
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'text'; readonly maxLength: number };

/** A person or a company of whom documents are asked: `borrower`, `guarantor`, `company`. */
export interface Subject {
  readonly id: string;
  readonly type: 'person' | 'company';
  /**
   * How many there are: a number, or the question whose answer says it (one while it has not been answered). With a
   * question, or a number above 1, they are called `borrower-1`, `borrower-2`, …; a single one is called by its id.
   */
  readonly count: number | { readonly answer: string };
  readonly when?: Condition | undefined;
}

/** Which months documents have to be of, such as payslips. */
export interface MonthRule {
  /** How many months back count, from the month before the day on which the document is handed in. */
  readonly within: number;
  /** Up to this day of the month one month more counts, because the newest document may not exist yet. 0: never. */
  readonly graceUntilDay: number;
  /** Whether the months must follow one another without a gap. */
  readonly consecutive: boolean;
}

/** One way to meet a requirement. */
export interface DocumentOption {
  /** Kinds of documents that are accepted, for example `fr-tax-notice`. */
  readonly kinds: readonly string[];
  /** How many documents it takes. */
  readonly count: number;
  /** For documents of a month: which months. Each month counts once. */
  readonly months?: MonthRule | undefined;
  /** How old the document may be, in days from its date; it must stay so until the dossier is decided. */
  readonly validDays?: number | undefined;
}

/** Something the customer has to hand in. */
export interface Requirement extends DocumentOption {
  readonly id: string;
  readonly label?: Label | undefined;
  /** The subject it is asked of, once for each; absent: once for the dossier. */
  readonly per?: string | undefined;
  /** Asked only where this holds. */
  readonly when?: Condition | undefined;
  /** Asked only once these requirements are met. */
  readonly after: readonly string[];
  /** Other ways to meet it: one is enough. */
  readonly alternatives: readonly DocumentOption[];
  /** The checks whose reports are awaited. Empty: the first report is enough. */
  readonly checks: readonly string[];
  /** Whether a person may waive it. */
  readonly waivable: boolean;
  /** Whether it is asked again when an active dossier is re-opened for re-verification. */
  readonly reverify: boolean;
}

/** What takes two different people. */
export type FourEyesMatter = 'approve' | 'reject' | 'waive';

/** How decisions are taken. */
export interface DecisionRules {
  /** What one person proposes and another must confirm. */
  readonly fourEyes: readonly FourEyesMatter[];
  /** Four eyes only where this holds; absent: always. */
  readonly fourEyesWhen?: Condition | undefined;
  /** Whether a system may approve. A rejection always takes a person. */
  readonly automaticApproval: boolean;
  /** How long a proposal waits for the second person. */
  readonly confirmWithinDays: number;
  /** How long an approval holds until the contract is active. */
  readonly validDays: number;
}

/** How long things may take, in whole days, hours or months from the moment they begin. */
export interface Limits {
  /** For the customer to hand everything in. */
  readonly collectDays: number;
  /** What the customer gets at least when the turn comes back to them. */
  readonly graceDays: number;
  /** For a check to report; then a person looks. */
  readonly checkHours: number;
  /** How long a rejected, withdrawn or expired dossier can be taken up again before it is archived. */
  readonly archiveDays: number;
  /** From active to the next re-verification; absent: none by time. */
  readonly reverifyMonths?: number | undefined;
}

/** What a product asks for and how it decides: plain data. Made by {@link defineProduct}. */
export interface Product {
  readonly id: string;
  readonly version: string;
  /** The IANA zone whose calendar days count. */
  readonly zone: string;
  readonly questions: Readonly<Record<string, Question>>;
  readonly subjects: readonly Subject[];
  readonly requirements: readonly Requirement[];
  readonly decision: DecisionRules;
  /** Whether a contract is signed between the approval and the start. */
  readonly signature: boolean;
  readonly limits: Limits;
}

/** {@link DocumentOption} as written: one document of the kind, without limits, unless said otherwise. */
export type DocumentOptionInput = Pick<DocumentOption, 'kinds'> &
  Partial<Omit<DocumentOption, 'months'>> & { readonly months?: Partial<MonthRule> | undefined };

/** {@link Requirement} as written. Waivable, not re-verified, asked at once, unless said otherwise. */
export type RequirementInput = DocumentOptionInput &
  Pick<Requirement, 'id'> &
  Partial<Omit<Requirement, keyof DocumentOption | 'alternatives'>> & {
    readonly alternatives?: readonly DocumentOptionInput[] | undefined;
  };

/** {@link Product} as written: what is left out gets its default. */
export interface ProductInput {
  readonly id: string;
  readonly version: string;
  /** Default `UTC`. */
  readonly zone?: string | undefined;
  readonly questions?: Readonly<Record<string, Question>> | undefined;
  readonly subjects?: readonly (Omit<Subject, 'count'> & Partial<Pick<Subject, 'count'>>)[] | undefined;
  readonly requirements: readonly RequirementInput[];
  /** Default: no four eyes, no automatic approval, 7 days to confirm, an approval holds 30 days. */
  readonly decision?: Partial<DecisionRules> | undefined;
  /** Default true. */
  readonly signature?: boolean | undefined;
  /** Default: 90 days to collect, 14 days of grace, 24 hours for a check, archived after 45 days, no re-verification. */
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * Checks a product's policy and fills in the defaults.
 *
 * Refused with the path of the offending key: unknown keys, questions, subjects and requirements that are named but do
 * not exist, cycles in `after`, and what can never be met or never be asked (no kinds, more documents than months, a
 * condition that no answers fulfil).
 *
 * @throws {DossierkitError} `core/policy-invalid`; `context.issues` lists every `{ path, message }`
 * @example
 * const loan = defineProduct({
 *   id: 'consumer-credit', version: '1', zone: 'Europe/Paris',
 *   requirements: [{ id: 'identity', kinds: ['passport', 'identity-card'] }],
 * });
 */
export function defineProduct(input: ProductInput): Product {
  const product = deepFreeze(parsePolicy('product', productSchema, input));
  digests.set(product, digestJson(product as unknown as JsonValue));
  return product;
}

const digests = new WeakMap<Product, Sha256>();

/** Which version of which product a dossier rests on. */
export interface ProductRef {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the whole policy with its defaults. */
  readonly digest: Sha256;
}

/** The reference that a dossier keeps to its product. */
export function productRef(product: Product): ProductRef {
  let digest = digests.get(product);
  if (digest === undefined) {
    digest = digestJson(product as unknown as JsonValue);
    if (Object.isFrozen(product)) digests.set(product, digest);
  }
  return { id: product.id, version: product.version, digest };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
