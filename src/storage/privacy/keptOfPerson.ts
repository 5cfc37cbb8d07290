import type { Connection } from 'mongoose';
import * as z from 'zod';
import type { Complaint } from '../../commands/items/complaint.ts';
import type { Person } from '../../commands/items/items.ts';
import type { KeptOfPerson } from '../../commands/ports/keepingPorts.ts';
import { type Stored, withId } from '../database/database.ts';

const text = z.string();
/** As a text, as everywhere outside the database. */
const instant = z.date().transform((date) => date.toISOString());

/** What is kept of a person beside the items, without what would open anything. */
export async function keptOfPerson(
  connection: Connection,
  { id, email }: Pick<Person, 'id' | 'email'>,
): Promise<KeptOfPerson> {
  const all = async <Shape extends z.ZodRawShape>(name: string, filter: object, fields: Shape) => {
    const projection = { _id: 0, ...Object.fromEntries(Object.keys(fields).map((field) => [field, 1])) };
    const found = await connection.collection(name).find(filter, { projection }).sort({ _id: 1 }).toArray();
    return z.array(z.object(fields)).parse(found);
  };
  const mine = { personId: id };
  const [sessions, passkeys, identities, letters, complaints] = await Promise.all([
    all('sessions', mine, {
      how: text.nullable(),
      device: text.nullable(),
      createdAt: instant,
      seenAt: instant,
      expiresAt: instant,
    }),
    all('passkeys', mine, {
      device: text,
      createdAt: text,
      usedAt: text.nullable(),
      transports: z.array(text),
    }),
    all('providerLinks', mine, { issuer: text, linkedAt: text }),
    all('mails', { to: email }, { kind: text, subject: text, text, at: instant }),
    complaintsOf(connection, email),
  ]);
  return { sessions, passkeys, identities, letters, complaints };
}

/** Those that want an answer at this address; who holds the label that they are about is not theirs to know. */
async function complaintsOf(connection: Connection, email: string): Promise<KeptOfPerson['complaints']> {
  const found = await connection
    .collection<Stored<Complaint>>('complaints')
    .find({ email }, { projection: { sent: 0, organisationId: 0 } })
    .sort({ _id: 1 })
    .toArray();
  return found.map((one) => withId<Complaint>(one));
}
