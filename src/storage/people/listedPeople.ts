import type { Connection } from 'mongoose';
import type { Person } from '../../commands/items/items.ts';
import { type Stored, withId } from '../database/database.ts';

/** Without capitals and accents, as the indexes of the list are kept. */
const beginnings = { locale: 'fr', strength: 1 } as const;
/** Comes after every letter in that order (Unicode technical standard 35, part 5). */
const last = '\uffff';

/** A page of people in the order of their names; whoever was erased is in none. */
export async function listedPeople(
  connection: Connection,
  beginning: string,
  limit: number,
  after: Person | undefined,
): Promise<Person[]> {
  const begins = { $gte: beginning, $lt: `${beginning}${last}` };
  const conditions: object[] = [{ email: { $gt: '' } }];
  if (beginning !== '') conditions.push({ $or: [{ name: begins }, { email: begins }] });
  if (after) {
    const { name, id } = after;
    conditions.push({ $or: [{ name: { $gt: name } }, { name, _id: { $gt: id } }] });
  }
  const found = await connection
    .collection<Stored<Person>>('people')
    .find({ $and: conditions }, { collation: beginnings })
    .sort({ name: 1, _id: 1 })
    .limit(limit)
    .toArray();
  return found.map((document) => withId<Person>(document));
}
