import type { Connection } from 'mongoose';
import type { Person } from '../commands/items.ts';
import type { KeptOfPerson } from '../commands/keepingPorts.ts';

/** What is kept of a person beside the items, without what would open anything. */
export async function keptOfPerson(
  connection: Connection,
  { id, email }: Pick<Person, 'id' | 'email'>,
): Promise<KeptOfPerson> {
  const all = async (name: string, filter: object, fields: readonly string[]) => {
    const projection = { _id: 0, ...Object.fromEntries(fields.map((field) => [field, 1])) };
    const found = await connection.collection(name).find(filter, { projection }).sort({ _id: 1 }).toArray();
    return found.map((document) => Object.fromEntries(Object.entries(document).map(plain)));
  };
  const mine = { personId: id };
  const [sessions, passkeys, identities, letters] = await Promise.all([
    all('sessions', mine, ['how', 'device', 'createdAt', 'seenAt', 'expiresAt']),
    all('passkeys', mine, ['device', 'createdAt', 'usedAt', 'transports']),
    all('providerLinks', mine, ['issuer', 'linkedAt']),
    all('mails', { to: email }, ['kind', 'subject', 'text', 'at']),
  ]);
  return { sessions, passkeys, identities, letters } as unknown as KeptOfPerson;
}

/** Days and instants as texts, as everywhere outside the database. */
function plain([name, value]: [string, unknown]): [string, unknown] {
  return [name, value instanceof Date ? value.toISOString() : value];
}
