/** What every stored item has: its id, a revision that each commit raises by one, and the end of its record chain. */
export interface Item {
  readonly id: string;
  readonly revision: number;
  readonly head: { readonly seq: number; readonly hash: string };
}
