import type { Offer } from '../criteria/offer.ts';
import type { Language } from '../criteria/scheme.ts';
import type { LegalForm } from './legalForm.ts';
import type { Sector } from './sector.ts';

/** States of a label as its machine names them (docs/design/workflow.md#label). */
export const labelStates = [
  'issuing',
  'active',
  'suspended',
  'withdrawalPending',
  'extended',
  'expired',
  'withdrawn',
  'terminated',
  'superseded',
] as const;
export type LabelState = (typeof labelStates)[number];

export const standings = ['clean', 'conditional', 'provisional'] as const;
export type Standing = (typeof standings)[number];

/** What is issued with each revision of a label. */
export const issuedKinds = [
  'certificate',
  'credential',
  'conformity',
  'badgeSvg',
  'badgePng',
  'badgeWebp',
  'badgePrint',
  'doorSignA4',
  'doorSignA6',
  'standSign',
] as const;
export type IssuedKind = (typeof issuedKinds)[number];

/** A file issued with a label; `digest` is its sha-256 (hex) and its name in the store. */
export interface IssuedFile {
  readonly kind: IssuedKind;
  /** Width in pixels, where one badge comes in several. */
  readonly width?: number;
  /** The revision of the certificate that it came with: files of earlier ones are kept. */
  readonly revision: number;
  readonly digest: string;
  readonly size: number;
  /** By when (ISO instant) a certificate needs its next document time-stamp; absent where it has none. */
  readonly stampUntil?: string;
}

/** Forms in which a photograph is kept; a browser shows the first that it knows. */
export const photoFormats = ['avif', 'webp', 'jpeg'] as const;
export type PhotoFormat = (typeof photoFormats)[number];

/** The photograph of an offer; its files go from the smallest width to the largest, which is that of `width` and `height`. */
export interface Photo {
  /** What it shows, for people who do not see it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** `digest` is the sha-256 (hex) of a file and its name in the store. */
  readonly files: readonly {
    readonly format: PhotoFormat;
    readonly width: number;
    readonly digest: string;
  }[];
}

/** What a label came to on a day, and its standing from then on. */
export interface HistoryStep {
  readonly state: LabelState;
  readonly on: string;
  /** Absent while it is clean. */
  readonly standing?: Exclude<Standing, 'clean'> | undefined;
  /** The proceedings that were under way where its holder ended it; absent where there were none. */
  readonly during?: 'suspension' | 'withdrawal' | undefined;
}

/** One label as the public sees it. Pages, JSON and badges read this row and nothing else. */
export interface Entry {
  readonly number: string;
  readonly state: LabelState;
  readonly standing: Standing;
  /** The first day by which a condition has to be met; absent where none has one. */
  readonly conditionDue?: string | undefined;
  /** The standing that its newest files print, while it is another one: they are being made anew. */
  readonly printedStanding?: Standing;
  /** Counts certificates of this number, from 1. */
  readonly revision: number;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly legalForm: LegalForm;
    readonly commune: string;
    /** Absent where it is not known to be that of the commune. */
    readonly postcode?: string;
    /** Its UID or SIREN, as register/identifier.ts writes it; absent where it gave none. */
    readonly identifier?: string;
    /** The region of the criteria, the same for all labels of a scheme. */
    readonly region: string;
    /** What it works in; null where nobody said so. */
    readonly sector: Sector | null;
    /** Its own site (register/website.ts); absent where it gave none. */
    readonly website?: string;
  };
  /** `madeHere` is per cent made in the region, null when not stated. */
  readonly offers: readonly (Offer & { readonly madeHere: number | null; readonly photo?: Photo })[];
  readonly criteria: { readonly scheme: string; readonly version: string };
  readonly language: Language;
  /** First and last day of validity, YYYY-MM-DD, both included, by the clocks of the label. */
  readonly since: string;
  readonly until: string;
  /** The last day, at the latest, of a label that holds on while its renewal is examined; absent before that. */
  readonly extendedUntil?: string;
  readonly history: readonly HistoryStep[];
  /** Number of the label that took the place of this one; absent while none did. */
  readonly successor?: string;
  /** Theme scores, only when the holder agreed to show them. */
  readonly scores: readonly { readonly theme: string; readonly score: number }[] | null;
  readonly acceptsLeman: boolean;
  readonly files: readonly IssuedFile[];
  /** The entry of the public log that its newest certificate was made after, counted from 0; absent where that is older than the log. */
  readonly logged?: number;
  /** The same of its newest conformity credential; absent where there is none, or where it was made before it was entered. */
  readonly conformityLogged?: number;
  /** True for demonstration data: every page and document says so. */
  readonly specimen: boolean;
  /** ISO instant of the last change. */
  readonly changedAt: string;
}
