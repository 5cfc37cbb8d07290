import type { Category } from '../../criteria/category.ts';
import type { StoredNeed } from '../../workflow/need/storedNeed.ts';
import type { Item } from './item.ts';

/** What an organisation looks for: goods or a service, or partners for a project. */
export const needKinds = ['need', 'project'] as const;
type NeedKind = (typeof needKinds)[number];

/** What an organisation says that it looks for, in its own words. */
export interface NeedContent {
  readonly kind: NeedKind;
  readonly title: string;
  readonly text: string;
  /** How much, as it was typed; empty where nobody said so. */
  readonly quantity: string;
  /** Where it is needed, as it was typed. */
  readonly place: string;
  /** What it is, by the vocabulary of offers: null where nobody said so, absent in needs of before it was asked. */
  readonly category?: Category | null;
}

/** What an organisation looks for. Everybody reads its title and its place; the rest is for who is signed in. */
export interface Need extends Item, StoredNeed, NeedContent {
  /** Instant. */
  readonly publishedAt: string;
  /** Since when all that was written is gone; absent while it is there. */
  readonly contentErasedAt?: string;
}
