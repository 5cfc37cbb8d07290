import type { FactsWithData, FactsWithOptionalData } from '../items/eventData.ts';
import type { Item } from '../items/items.ts';
import type { NewRecord, Trace } from '../items/newRecord.ts';
import type { ChangeOf, Deps, Items, Kind } from '../ports/ports.ts';

type With = Pick<Deps, 'ids'>;

/** What a line records of a change that no machine rules: by whom, when, and what became true. */
export type Line = Omit<Trace, 'id'> & FactsWithOptionalData;

/** A line of the journal on an item; `added` is data that goes with any. */
export function lineOf(
  { ids }: With,
  { at, actor, facts, data }: Line,
  added: { readonly changed?: readonly string[] } = {},
): NewRecord {
  // The caller paired facts and data.
  const paired = { facts, data: { ...added, ...data } } as FactsWithData;
  return { id: ids.next(), at, actor, event: null, ...paired };
}

/** A line on an item's chain. Its revision rises: of two that come at the same time, one is stale. */
export function noteOn<K extends Kind>(deps: With, kind: K, item: Items[K], line: Line): ChangeOf<K> {
  return { kind, before: item, after: item, record: lineOf(deps, line) };
}

/** A line on an item's chain that changes nothing which a form of it shows: such a form is not stale for it. */
export function noteBeside<K extends Kind>(deps: With, kind: K, item: Items[K], line: Line): ChangeOf<K> {
  return { ...noteOn(deps, kind, item, line), keepsRevision: true };
}

/** A new item with the first line of its chain. */
export function addItem<K extends Kind>(deps: With, kind: K, after: ChangeOf<K>['after'], line: Line) {
  return { kind, before: null, after, record: lineOf(deps, line) };
}

/** A change of an item; the line says which fields changed, never what they hold, so that erasing a person leaves the chain whole. */
export function changeItem<K extends Kind>(
  deps: With,
  kind: K,
  item: Items[K],
  changed: Partial<Omit<Items[K], keyof Item>>,
  line: Line,
): ChangeOf<K> {
  const record = lineOf(deps, line, { changed: Object.keys(changed) });
  return { kind, before: item, after: { ...item, ...changed }, record };
}
