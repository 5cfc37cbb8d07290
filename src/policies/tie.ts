import * as z from 'zod';
import { addMonths, type Day } from '../register/day.ts';

/** What binds a person to an organisation; the first is also told by a membership, `crossReview` by reviews of each other. */
export const tieKinds = ['member', 'sponsor', 'client', 'supplier', 'board', 'kin', 'crossReview'] as const;
export type TieKind = (typeof tieKinds)[number];

/** A tie of a person to an organisation: typed, dated, declared by the person or an officer, or detected by the service. */
export interface Tie {
  /** See `tieId`: one a person, organisation, kind and source. */
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  /** Its name as the person who declared the tie knows it; empty when the service detected it. */
  readonly organisation: string;
  readonly kind: TieKind;
  readonly source: 'declared' | 'detected';
  /** For a client or supplier: percent of the organisation's yearly turnover; null otherwise. */
  readonly share: number | null;
  readonly since: Day;
  /** The day it ended, null while it lasts. What is over still bars for its cooling-off time. */
  readonly ended: Day | null;
  readonly note: string;
}

/** What impartiality.yaml says. */
export const impartialityShape = z.strictObject({
  /** Percent of turnover above which a client or supplier is barred. */
  shareLimit: z.number().min(0).max(100),
  /** Months for which a tie that is over still bars, by kind. */
  coolingOffMonths: z.record(z.enum(tieKinds), z.number().int().min(0).max(240)),
});

/** The scheme's rules on impartiality. */
export type ImpartialityRules = Readonly<z.infer<typeof impartialityShape>>;

/** The same tie declared twice is one tie. */
export function tieId(tie: Pick<Tie, 'personId' | 'organisationId' | 'kind' | 'source'>): string {
  return [tie.personId, tie.organisationId, tie.kind, tie.source].join(':');
}

/** Whether a tie keeps the person out of the organisation's files on a day: while it lasts, then while it cools off. */
export function bars(tie: Tie, rules: ImpartialityRules, today: Day): boolean {
  const small = tie.share !== null && tie.share <= rules.shareLimit;
  return !small && (tie.ended === null || today < addMonths(tie.ended, rules.coolingOffMonths[tie.kind]));
}

/** The ties of a person that bar them from something on a day. */
export function barring(ties: readonly Tie[], rules: ImpartialityRules, today: Day): readonly Tie[] {
  return ties.filter((tie) => bars(tie, rules, today));
}
