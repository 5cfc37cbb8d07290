import type { Connection } from 'mongoose';
import type { Label } from '../../commands/items/items.ts';
import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { Entry } from '../../register/entry.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { historyAlong } from '../../workflow/replay.ts';
import { asToday } from '../database/asToday.ts';
import { findRows } from '../database/database.ts';

/** A row of the register, whose number is its key. */
type Row = Omit<Entry, 'number'> & { readonly id: string };

/** Where a label's history, or its row of the register, says something else than the label, which its chain leads to. */
export async function registerFault(
  connection: Connection,
  number: string,
  stored: object,
  records: readonly JournalRecord[],
): Promise<{ readonly seq: number; readonly why: string } | null> {
  const seq = records.length;
  const label = asToday('labels', stored) as Label;
  if (digestOf(label.history) !== digestOf(historyAlong(records))) return { seq, why: 'historyDiffers' };
  const [entry] = await findRows<Row>(connection, 'entries', { _id: number }, { limit: 1 });
  if (!entry) return label.context.certificate === null ? null : { seq, why: 'registerDiffers entry' };
  const [is, should] = [shownOf(entry), shouldOf(label)];
  const differing = Object.keys(should).filter((name) => digestOf(is[name]) !== digestOf(should[name]));
  return differing.length > 0 ? { seq, why: `registerDiffers ${differing.join(', ')}` } : null;
}

/** What the register must say of a label. */
function shouldOf(label: Label): Readonly<Record<string, unknown>> {
  const { revision, since, successor } = label.context;
  const { state, standing, until, conditionDue = null, extendedUntil = null, history } = lifeOf(label);
  const ends = { until, conditionDue, extendedUntil };
  const offers = label.offers.map(({ id, name, sheet }) => ({ id, name, sheet }));
  return { state, standing, ...ends, history, revision, since, successor, offers };
}

/** The same of its row. */
function shownOf(entry: Row): Readonly<Record<string, unknown>> {
  const { state, standing, until, conditionDue = null, extendedUntil = null, history } = entry;
  const { revision, since, successor = null } = entry;
  const ends = { until, conditionDue, extendedUntil };
  const offers = entry.offers.map(({ id, name, sheet }) => ({ id, name, sheet }));
  return { state, standing, ...ends, history, revision, since, successor, offers };
}
