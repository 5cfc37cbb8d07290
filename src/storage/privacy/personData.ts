import type { Connection } from 'mongoose';
import type { Complaint } from '../../commands/items/complaint.ts';
import type { Person } from '../../commands/items/items.ts';
import type { OwnComplaint, PersonData } from '../../commands/ports/keepingPorts.ts';
import { findRows } from '../database/database.ts';

/** What is kept of a person beside the items, without what would open anything. */
export async function personData(
  connection: Connection,
  { id, email }: Pick<Person, 'id' | 'email'>,
): Promise<PersonData> {
  const all = async (name: string, filter: object, fields: readonly string[]) => {
    const projection = { _id: 0, ...Object.fromEntries(fields.map((field) => [field, 1])) };
    const found = await connection.collection(name).find(filter, { projection }).sort({ _id: 1 }).toArray();
    return found.map((document) => Object.fromEntries(Object.entries(document).map(plain)));
  };
  const ofPerson = { personId: id };
  const [sessions, passkeys, identities, letters, mailLog, savedViews, complaints] = await Promise.all([
    all('sessions', ofPerson, ['how', 'device', 'createdAt', 'seenAt', 'expiresAt']),
    all('passkeys', ofPerson, ['device', 'createdAt', 'usedAt', 'transports']),
    all('providerLinks', ofPerson, ['issuer', 'linkedAt']),
    all('mails', { to: email }, ['kind', 'subject', 'text', 'at']),
    all('sentLetters', ofPerson, ['kind', 'to', 'queuedAt', 'state', 'changedAt', 'status', 'events']),
    all('savedViews', ofPerson, ['kind', 'name', 'query', 'at']),
    // Those that want an answer at this address; who holds the label that they are about is not theirs to know.
    findRows<Complaint>(connection, 'complaints', { email }, { sort: { _id: 1 } }),
  ]);
  return { sessions, passkeys, identities, letters, mailLog, savedViews, complaints: complaints.map(own) };
}

function own({ context: { labelNumber }, words, ...complaint }: Complaint): OwnComplaint {
  const { id, state, receivedAt, language, kind, place, number, text, link, email, photo } = complaint;
  const said = words.filter(({ step }) => step === 'resolve' || step === 'contest');
  return {
    ...{ id, state, receivedAt, language, kind, place, number, labelNumber, text, link, email, photo },
    words: said.map(({ by: _, ...word }) => word),
  };
}

/** Days and instants as texts, as everywhere outside the database. */
function plain([name, value]: [string, unknown]): [string, unknown] {
  return [name, value instanceof Date ? value.toISOString() : value];
}
