/** Languages of the service; French binds (docs/design/experience.md#languages). */
export const languages = ['fr', 'de', 'it', 'en'] as const;
export type Language = (typeof languages)[number];

/** Level of a criterion: 0 no or below the law, 1 first steps, 2 in place, 3 advanced, 4 exemplary. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** The two cycles of a label: a first request, and every renewal after it. */
export type Cycle = 'first' | 'renewal';

export type Scope = 'organisation' | 'offer';

/** A figure asked once; criteria are computed from figures. Ids F.. belong to the organisation, O.. to an offer. */
export interface FactRule {
  readonly id: string;
  readonly scope: Scope;
  /** Money in CHF, counts, full-time equivalents, kilowatt-hours, per cent, one of `options`, yes or no, or by offer type. */
  readonly unit: 'CHF' | 'EPT' | 'persons' | 'kWh' | '%' | 'choice' | 'yesNo' | 'byType';
  readonly options?: readonly string[];
  /** The figure of which this one is a part: it may not exceed it. */
  readonly partOf?: string;
  /** Whether it may be below zero, as a loss is. */
  readonly negative?: boolean;
}

/** How a level follows from figures: the level is the number of thresholds reached. */
export interface NumberRule {
  /** Arithmetic over fact ids: numbers, + - * /, parentheses and max(…, …). */
  readonly formula: string;
  readonly unit: '%' | 'times';
  readonly better: 'higher' | 'lower';
  readonly at: readonly [number, number, number, number];
  /** Other thresholds for some value of a `choice` fact, e.g. food. */
  readonly atFor?: {
    readonly fact: string;
    readonly is: string;
    readonly at: readonly [number, number, number, number];
  };
  /** When `fact` is zero or less the formula says nothing: one of `levels` is claimed instead (a single one is given). */
  readonly noData?: { readonly fact: string; readonly levels: readonly Level[] };
  /** Looked at before the formula, in order: where `when` holds, one of `levels` is claimed instead (a single one is given). */
  readonly cases?: readonly { readonly when: string; readonly levels: readonly Level[] }[];
  /** At most `level` unless the yes-no `fact` is yes. */
  readonly cap?: { readonly unless: string; readonly level: Level };
}

export interface Criterion {
  readonly id: string;
  readonly theme: string;
  /** 1 low, 2 medium, 3 high, 4 very high. */
  readonly weight: 1 | 2 | 3 | 4;
  /** Mandatory level, due from the first request or from the first renewal. */
  readonly minimum?: { readonly level: Level; readonly due: Cycle };
  /** Whether "not applicable" is allowed; its only reason stands in the texts. */
  readonly na: boolean;
  /** A condition over figures or the cycle without which it is not; see condition.ts. */
  readonly naWhen?: string;
  /** A sentence must say why: always, or where this condition holds. */
  readonly naReason?: true | string;
  readonly number?: NumberRule;
  /** Codes of the sources, from docs of the criteria. */
  readonly from: readonly string[];
  /** S rule and figure sourced, A idea sourced and levels ours, P our proposal. */
  readonly basis: 'S' | 'A' | 'P';
  /** What is not sourced, in French. */
  readonly ours?: string;
}

export interface Theme {
  readonly id: string;
  readonly weight: number;
  readonly scope: Scope;
}

/** A published version of the rules. It never changes: a test pins its digest. */
export interface Scheme {
  readonly id: string;
  readonly version: string;
  readonly status: 'draft' | 'published' | 'retired';
  readonly region: string;
  readonly thresholds: {
    readonly organisation: Readonly<Record<Cycle, { readonly overall: number; readonly themeFloor: number }>>;
    readonly offer: { readonly overall: number; readonly mandatory: readonly string[] };
    readonly exemplary: { readonly overall: number; readonly themeFloor: number };
  };
  /** What makes two reviews diverge (docs/design/workflow.md#scores). */
  readonly divergence: { readonly levels: number; readonly themePoints: number };
  /** What makes a visit or a call compulsory. */
  readonly reviewTriggers: {
    readonly pointsAboveThreshold: number;
    readonly selfReviewShare: number;
    readonly themeGap: number;
    readonly factChange: number;
    readonly drawnShare: number;
  };
  readonly validity: {
    readonly months: number;
    readonly monthsIfYoung: number;
    readonly youngMonths: number;
    readonly yearlyDeclaration: readonly string[];
    readonly midtermMonth: number;
    readonly graceDays: number;
    /** How long before its end a label may be renewed. */
    readonly renewalWindowDays: number;
  };
  readonly process: {
    readonly quorum: number;
    readonly reviewers: number;
    readonly reviewerLoad: number;
    readonly informationRounds: number;
    readonly correctionRounds: number;
    readonly appealDays: number;
    readonly agreementDays: number;
    readonly answerDays: number;
    readonly correctionDays: number;
    readonly invitationDays: number;
  };
  readonly facts: readonly FactRule[];
  readonly themes: readonly Theme[];
  readonly criteria: readonly Criterion[];
  /** One "yes" to an exclusion blocks the request. */
  readonly exclusions: readonly { readonly id: string; readonly effect: 'refuse' | 'suspend' }[];
  readonly glossary: readonly { readonly id: string; readonly pictogram: string }[];
}

/** The wording of a scheme in one language, by id. */
export interface SchemeText {
  readonly language: Language;
  /** False: written by the team, not yet read by a person of that language; screens say so. */
  readonly reviewed: boolean;
  readonly title: string;
  readonly strapline: string;
  /** Names of the five levels. */
  readonly levels: readonly string[];
  readonly themes: Readonly<Record<string, { readonly title: string; readonly short: string }>>;
  readonly facts: Readonly<
    Record<
      string,
      { readonly label: string; readonly help?: string; readonly options?: Readonly<Record<string, string>> }
    >
  >;
  readonly criteria: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly question: string;
        readonly help: string;
        readonly levels: readonly string[];
        readonly na?: string;
        readonly noData?: string;
        readonly evidence: readonly string[];
      }
    >
  >;
  readonly exclusions: Readonly<Record<string, { readonly question: string; readonly effect: string }>>;
  readonly glossary: Readonly<
    Record<string, { readonly term: string; readonly plain: string; readonly notThis: string }>
  >;
}

/** A scheme with its texts and the digest of the files it was read from. */
export interface PublishedScheme {
  readonly scheme: Scheme;
  readonly texts: Readonly<Record<Language, SchemeText>>;
  /** sha-256 (hex) over scheme.yaml, its status apart, and text.fr.yaml; named by every snapshot. */
  readonly digest: string;
}
