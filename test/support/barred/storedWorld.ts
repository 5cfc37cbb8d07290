import type { Connection, mongo } from 'mongoose';
import type { BarredItem } from './deskWorld.ts';

/** A stored document, whatever it is. */
export type Doc = { readonly _id: unknown } & Readonly<Record<string, unknown>>;
/** Everything that is stored, by collection. */
export type Stored = ReadonlyMap<string, readonly Doc[]>;

/** What several items stand in: they are mentioned there, and what mentions them is a part of it. */
const shared = ['people', 'committeeSessions', 'bulkActs'];
/** Chains that tell of several items: a line is about the one that it names as its own. */
const sharedChain = /^(committeeSessions|exports|reads)\//;
/** What is an organisation's and no file's, and its people: they stay where one file of it is closed to somebody. */
const ofOrganisations = ['organisations', 'invitations', 'conversations', 'ties', 'people'];

/** Reads all that is stored, but for the bytes of files. */
export async function readStored(connection: Connection): Promise<Stored> {
  const names = (await connection.listCollections()).map(({ name }) => name);
  const all = names.filter((name) => !/^system|chunks$/.test(name));
  const read = async (name: string) =>
    [name, (await connection.collection(name).find({}).toArray()) as unknown as Doc[]] as const;
  return new Map(await Promise.all(all.map(read)));
}

/** Puts all of it in the place of what is stored. */
export async function writeStored(connection: Connection, stored: Stored): Promise<void> {
  const write = async ([name, docs]: readonly [string, readonly Doc[]]) => {
    const collection = connection.collection(name);
    await collection.deleteMany({});
    if (docs.length > 0) await collection.insertMany(docs as unknown as mongo.Document[], { ordered: false });
  };
  await Promise.all([...stored].map(write));
}

/** The ids of an item, of its file alone or of its organisation as well, and of all that belongs to it, found by looking for them in everything that is stored. */
export function idsAround(
  stored: Stored,
  { organisationId, applicationId, number }: BarredItem,
  fileAlone = false,
): Set<string> {
  const ids = new Set([
    ...(fileAlone ? [] : [organisationId]),
    applicationId,
    ...(number === null ? [] : [number]),
  ]);
  const docs = [...stored].flatMap(([name, all]) => (shared.includes(name) ? [] : all));
  for (let known = 0; known < ids.size; ) {
    known = ids.size;
    for (const doc of docs) if (isOwnId(String(doc._id)) && isAbout(doc, ids)) ids.add(String(doc._id));
  }
  return ids;
}

/** Ids that are drawn, those of people among them, and numbers of files, labels and complaints. */
const anyId = /[BT]\d{8}|A-\d{4}-\d{6}|(?:MIE|C)-\d{2}-\d{5}-\w/g;

/** Whether an id is one thing's alone, and no person's: they have a part in many. */
function isOwnId(id: string): boolean {
  return /^[^T]/.test(id) && id.match(anyId)?.[0] === id;
}

const told = new WeakMap<Doc, readonly string[]>();

/** Whether a document names any of some ids as what it is about. */
function isAbout(doc: Doc, ids: ReadonlySet<string>): boolean {
  const known = told.get(doc) ?? idsIn(sharedChain.test(String(doc.stream)) ? ownOf(doc) : doc);
  told.set(doc, known);
  return known.some((id) => ids.has(id));
}

/** What a line of a chain on several items names as its own. */
function ownOf(doc: Doc) {
  const { event, data } = doc as { event?: { applicationId?: string }; data?: { about?: string } };
  return [event?.applicationId, data?.about];
}

function idsIn(value: unknown): readonly string[] {
  return JSON.stringify(value).match(anyId) ?? [];
}

/** The same as if some items had never been; of those that are closed by a file alone, their organisation stays, but for its chain in the journal. */
export function withoutItems(stored: Stored, gone: readonly Gone[]): Stored {
  return gone.reduce((rest, one) => mapped(rest, (name, docs) => leftOf(name, docs, one)), stored);
}

interface Gone {
  readonly ids: ReadonlySet<string>;
  readonly organisationId: string;
  readonly fileAlone: boolean;
}

function leftOf(
  name: string,
  docs: readonly Doc[],
  { ids, organisationId, fileAlone }: Gone,
): readonly Doc[] {
  if (fileAlone && ofOrganisations.includes(name)) return docs;
  if (shared.includes(name)) return docs.map((doc) => withoutMentions(doc, ids) as Doc);
  const chain = `organisations/${organisationId}`;
  return docs.filter((doc) => !isAbout(doc, ids) && doc.stream !== chain);
}

function mapped(stored: Stored, of: (name: string, docs: readonly Doc[]) => readonly Doc[]): Stored {
  return new Map([...stored].map(([name, docs]) => [name, of(name, docs)]));
}

/** Leaves out of lists what mentions any of some ids. */
function withoutMentions(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value))
    return value.flatMap((one) => (idsIn(one).some((id) => ids.has(id)) ? [] : [withoutMentions(one, ids)]));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutMentions(one, ids)]));
}

/** Fields that hold what people wrote. */
const free = new Set([
  ...['name', 'text', 'comment', 'note', 'notes', 'reason', 'decisionReason', 'subject', 'grounds', 'title'],
  ...['story', 'people', 'answer', 'question', 'organisation', 'description'],
]);

/** The same with a word of its own at the end of whatever people wrote about an item. */
export function marked(stored: Stored, ids: ReadonlySet<string>, canary: string): Stored {
  const isFree = (key: string, value: unknown): value is string =>
    typeof value === 'string' && free.has(key) && (value.includes(' ') || key === 'name');
  const mark = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mark);
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, isFree(key, one) ? `${one} ${canary}` : mark(one)]),
    );
  };
  return mapped(stored, (name, docs) =>
    shared.includes(name) || name === 'records'
      ? docs
      : docs.map((doc) => (name !== 'organisations' && isAbout(doc, ids) ? (mark(doc) as Doc) : doc)),
  );
}
