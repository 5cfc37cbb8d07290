import type { DeskKind } from './deskPorts.ts';

/** A search of a list that somebody keeps for themselves, under a name. */
export interface SavedView {
  readonly id: string;
  readonly personId: string;
  readonly kind: DeskKind;
  readonly name: string;
  /** What its address asks, as a query. */
  readonly query: string;
  readonly at: string;
}

/** What people keep of their searches; each sees their own alone. */
export interface SavedViews {
  /** In the order of their names. */
  savedViews(personId: string, kind: DeskKind): Promise<SavedView[]>;
  /** Keeps one, in the place of that of the same name. */
  saveView(view: SavedView): Promise<void>;
  removeView(personId: string, id: string): Promise<void>;
}
