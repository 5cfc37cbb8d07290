import type { Facts } from '../../criteria/assessment.ts';
import type { StoredSurveillance } from '../../workflow/stored.ts';
import type { Visit } from './decidingItems.ts';
import type { Item } from './item.ts';

/** What the holder of a label declared, as it was signed. */
export interface Declaration {
  readonly at: string;
  readonly personId: string;
  /** Who signs, as they wrote it, and their role there. */
  readonly name: string;
  readonly role: string;
  /** Figures of the organisation, those that were asked for. */
  readonly facts: Facts;
  /** Whether each mandatory criterion that was asked about is still met. */
  readonly stillMet: Readonly<Record<string, 'yes' | 'no'>>;
  /** What changed, or what was done, in their words. */
  readonly text: string;
  /** Where the accounts can be read; empty where none were asked for. */
  readonly accounts: string;
}

/** A declaration that is not sent yet. */
export type DeclarationDraft = Omit<Declaration, 'at' | 'personId'>;

/** What an officer said of a declaration or a check, in order. */
export interface SurveillanceWord {
  readonly step: 'confirm' | 'raiseFindings';
  readonly text: string;
  readonly at: string;
}

/** One thing that a label is looked at for. */
export interface Surveillance extends Item, StoredSurveillance {
  readonly openedAt: string;
  /** Which one of its kind: the month of a declaration, the year of a draw, the suspension or end of the label. */
  readonly slot: string;
  /** The first one first; another one answers findings. */
  readonly declarations: readonly Declaration[];
  /** What the people of the holder typed so far, for them alone; absent before, and once nothing waits for them. */
  readonly draft?: DeclarationDraft;
  readonly words: readonly SurveillanceWord[];
  /** Of a site check: what an officer saw there. */
  readonly visit?: Visit;
  /** Of a site check: how it was drawn. */
  readonly drawn?: 'random' | 'risk';
}

/** A draw of a year's site checks, as the journal keeps it: all that is needed to compute it again (scoring/siteChecks.ts). */
export type SiteCheckDraw = {
  readonly year: number;
  readonly seed: string;
  /** How many are drawn by chance, and how many by risk beside them. */
  readonly random: number;
  readonly risk: number;
  /** Every label that was valid, with the sum of the weights of its risks. */
  readonly labels: readonly { readonly number: string; readonly weight: number }[];
};
