import type { Connection } from 'mongoose';
import type { Person } from '../../commands/items/items.ts';
import { findRows } from '../database/database.ts';
import { beginsWith, byName } from '../database/names.ts';

/** A page of people in the order of their names; whoever was erased is in none. */
export async function listedPeople(
  connection: Connection,
  beginning: string,
  limit: number,
  after: Person | undefined,
): Promise<Person[]> {
  const begins = beginsWith(beginning);
  const conditions: object[] = [{ email: { $gt: '' } }];
  if (beginning !== '') conditions.push({ $or: [{ name: begins }, { email: begins }] });
  if (after) {
    const { name, id } = after;
    conditions.push({ $or: [{ name: { $gt: name } }, { name, _id: { $gt: id } }] });
  }
  return findRows<Person>(connection, 'people', { $and: conditions }, { ...byName, limit });
}
