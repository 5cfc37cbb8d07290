import type { JournalRecord } from '../../../workflow/record.ts';
import type { Deps } from '../../ports/ports.ts';

/** What lines of the journal name, as far as the reader may see it. */
export type Named = Awaited<ReturnType<typeof namedIn>>;

/** The people who acted and the keys of the API by which they did, and what the chains of some lines are about: people and organisations by their ids, rows of files and labels by the chain. */
export async function namedIn({ store }: Pick<Deps, 'store'>, lines: readonly JournalRecord[]) {
  const streams = [...new Set(lines.map(({ stream }) => stream))];
  const things = streams.map(thingOf);
  const idsOf = (...kinds: readonly string[]) =>
    things.flatMap(({ kind, id }) => (kinds.includes(kind) ? [id] : []));
  const personIds = [...new Set([...lines.map(({ actor }) => actor.id), ...idsOf('people', 'reviewers')])];
  const keyIds = [...new Set(lines.flatMap(({ actor }) => actor.key ?? []))];
  const [keys, people, organisations, files] = await Promise.all([
    Promise.all(keyIds.map((id) => store.apiKey(id))),
    Promise.all(personIds.map((id) => store.person(id))),
    store.organisations(idsOf('organisations')),
    store.filesOfChains(streams),
  ]);
  const rowIds = new Map(streams.map((stream) => [stream, rowOf(stream, files.get(stream))]));
  const rows = await store.deskRowsOf([...new Set(rowIds.values())].filter((id) => id !== null));
  const known = new Map<string | null, (typeof rows)[number]>(rows.map((row) => [row.id, row]));
  return {
    keys: new Map(keys.flatMap((key) => (key === null ? [] : pairOf(key.id, key)))),
    people: new Map(people.flatMap((person) => (person === null ? [] : pairOf(person.id, person)))),
    organisations: new Map(organisations.map((one) => [one.id, one])),
    rows: new Map([...rowIds].flatMap(([stream, id]) => pairOf(stream, known.get(id)))),
  };
}

function pairOf<Value>(key: string, value: Value | undefined): (readonly [string, Value])[] {
  return value === undefined ? [] : [[key, value]];
}

/** The kind of a chain and the id of what it is about. */
export function thingOf(stream: string) {
  const cut = stream.indexOf('/');
  return { kind: stream.slice(0, cut), id: stream.slice(cut + 1) };
}

/** The row of the desk of the file or the label that a chain is about; what officers add to one has its own id. */
function rowOf(stream: string, file: string | undefined): string | null {
  const { kind, id } = thingOf(stream);
  if (kind === 'labels') return stream;
  if (kind === 'casework') return id;
  return file === undefined ? null : `files/${file}`;
}
