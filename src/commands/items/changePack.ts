import type { Day } from '../../register/day.ts';
import type { Impact, Obstacle } from '../../scoring/impact.ts';
import type { Item } from './item.ts';

/** What a version of the criteria would mean for one label, or for one application that was not sent yet. */
export interface DryRunLine extends Impact {
  readonly kind: 'label' | 'draft';
  /** Number of the label, or of the application. */
  readonly number: string;
  readonly organisationId: string;
  readonly criteriaVersion: string;
}

/** What a holder, or the author of a draft, is told of criteria that come. */
export type CriteriaAnnounced = Pick<DryRunLine, 'lost' | 'toAnswer'> & {
  readonly version: string;
  readonly opensOn: Day;
};

/** How a dry run over all living labels and drafts went. */
export interface DryRunTotals {
  readonly labels: number;
  readonly drafts: number;
  /** Those of both that would fail on something they do not fail on now, and those with something new to answer. */
  readonly losing: number;
  readonly toAnswer: number;
  /** How many would fail on what: a criterion, a theme, or the threshold (`id` empty); the most frequent first. */
  readonly obstacles: readonly (Pick<Obstacle, 'kind' | 'id'> & { readonly count: number })[];
}

/** What goes with a new version of the criteria, whose version is its id: a dry run, and letters that are held until they are released. */
export interface ChangePack extends Item {
  /** The version in force when it was prepared. */
  readonly before: string;
  readonly opensOn: Day;
  /** Digest of the rules that the dry run was about. */
  readonly digest: string;
  readonly preparedAt: string;
  /** Null until the dry run is done. */
  readonly triedAt: string | null;
  readonly totals: DryRunTotals | null;
  /** The first of those that would fail. */
  readonly losing: readonly DryRunLine[];
  /** Null while the letters are held. */
  readonly releasedAt: string | null;
}
