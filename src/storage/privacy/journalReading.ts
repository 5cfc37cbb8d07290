import mongoose, { type Connection } from 'mongoose';
import type { JournalQuery, JournalReading } from '../../commands/ports/journalPorts.ts';
import { seesAll, type View } from '../../policies/view.ts';
import { instantsOf } from '../../register/day.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { type Stored, withId } from '../database/database.ts';
import { oneOf } from '../database/reader.ts';
import { owners, visible } from '../database/visible.ts';
import { filesOfChains } from './filesOfChains.ts';
import { streamsOfOrganisations } from './streamsOfOrganisations.ts';
import { walkChain } from './walkChain.ts';

const { trusted } = mongoose;

type Keys = Readonly<Record<string, 1 | -1>>;

/** The journal across chains; `shows` says whether a view shows a chain. Of a view, lines of what it hides are not there. */
export function journalReading(
  connection: Connection,
  view: View,
  shows: (stream: string) => Promise<boolean>,
): JournalReading {
  const lines = async (conditions: readonly object[], sort: Keys, index: Keys, limit: number) => {
    const found = await connection
      .model('records')
      .find(conditions.length === 0 ? {} : { $and: [...conditions] })
      .sort(sort)
      .limit(limit)
      .hint({ ...index })
      .lean<Stored<JournalRecord>[]>();
    return found.map((line) => withId<JournalRecord>(line));
  };
  return {
    journal: async (query, limit, before) => {
      const hides = await hidden(connection, view);
      // Chains are looked up by their names alone: with a list of others beside them, the server goes along that list.
      const asked = query.stream === undefined ? undefined : [query.stream].flat();
      const shown = asked?.filter((stream) => !hides?.includes(stream));
      if (shown?.length === 0) return [];
      const conditions = [
        ...(query.stream === undefined && hides ? [{ stream: hides.condition }] : []),
        ...(hides?.linesAbout ?? []),
        ...(before ? [{ at: trusted({ $lte: before.at }) }, earlierThan(before.at, before.id)] : []),
        ...(shown ? [{ stream: oneOf(shown) }] : []),
        ...conditionsOf(query),
      ];
      return lines(conditions, byTime, indexFor(query), limit);
    },
    chainsAbout: async (about, limit) => {
      const { streams } =
        'organisations' in about
          ? await streamsOfOrganisations(connection, about.organisations)
          : await streamsOfOrganisations(connection, [], [about.applicationId]);
      const hides = await hidden(connection, view);
      return streams.filter((stream) => !hides?.includes(stream)).slice(0, limit);
    },
    filesOfChains: (streams) => filesOfChains(connection, visible(view), streams),
    records: async (stream) =>
      (await shows(stream)) ? lines([{ stream }], { seq: 1 }, { stream: 1, seq: 1 }, 0) : [],
    lastRecord: async (stream, fact) => {
      if (!(await shows(stream))) return null;
      const conditions = [{ stream, ...(fact && { facts: fact }) }];
      return (await lines(conditions, { seq: -1 }, { stream: 1, seq: 1 }, 1))[0] ?? null;
    },
    lastRecords: async (streams, fact) => {
      const hides = await hidden(connection, view);
      const shown = streams.filter((stream) => !hides?.includes(stream));
      const conditions = [{ stream: oneOf(shown) }, { facts: fact }];
      const found = await lines(conditions, { stream: 1, seq: 1 }, { stream: 1, seq: 1 }, 0);
      return new Map(found.map((line) => [line.stream, line]));
    },
    verifyStream: async (stream, max) => ((await shows(stream)) ? walkChain(connection, stream, max) : null),
  };
}

const byTime = { at: -1, _id: -1 } as const;

/**
 * The index that gives lines in the order of time, so that a page costs a page. Named, because the server would rather go
 * through all chains that are not hidden and sort them.
 */
function indexFor({ stream, actor, fact }: JournalQuery): Keys {
  if (stream !== undefined) return { stream: 1, ...byTime };
  if (actor !== undefined) return { 'actor.id': 1, ...byTime };
  return fact === undefined ? byTime : { facts: 1, ...byTime };
}

function conditionsOf({ actor, fact, from, until }: JournalQuery): object[] {
  return [
    ...(actor === undefined ? [] : [{ 'actor.id': oneOf([actor].flat()) }]),
    ...(fact === undefined ? [] : [{ facts: fact }]),
    ...(from === undefined ? [] : [{ at: trusted({ $gte: instantsOf(from)[0] }) }]),
    ...(until === undefined ? [] : [{ at: trusted({ $lt: instantsOf(until)[1] }) }]),
  ];
}

/** Of lines of one instant, those with a smaller id come after. */
function earlierThan(at: string, id: string): object {
  return { $or: [{ at: trusted({ $lt: at }) }, { _id: trusted({ $lt: id }) }] };
}

/**
 * What a view hides of the chains: of one by its name, and as a condition on all; and of every chain, that of a session, a person, a
 * letter or a job as well, the lines about files and organisations that it hides. Of a single file, the chain of its organisation is
 * hidden too. Null when it hides none.
 */
async function hidden(connection: Connection, view: View) {
  if (seesAll(view)) return null;
  const only = 'only' in view;
  const [organisations, files] = only ? [view.only, []] : [view.except, view.files];
  const towards = { organisationId: { $in: only ? [] : [...organisations] } };
  const [found, ties, theirs] = await Promise.all([
    streamsOfOrganisations(connection, organisations, files, only),
    connection.collection<{ _id: string }>('ties').distinct('_id', towards),
    connection
      .collection<{ _id: string }>('applications')
      .distinct(owners.applications.organisation, { _id: { $in: [...(files ?? [])] } }),
  ]);
  const { applications } = found;
  // The chain of an organisation says when it began and sent a file, and is named after it.
  const streams = [...found.streams, ...theirs.map((id) => `organisations/${id}`)];
  return {
    includes: (stream: string) => streams.includes(stream) !== only,
    condition: trusted(only ? { $in: [...streams] } : { $nin: [...streams] }),
    linesAbout: only
      ? []
      : [
          { 'event.applicationId': trusted({ $nin: [...applications] }) },
          { 'data.about': trusted({ $nin: [...streams] }) },
          { 'data.organisationId': trusted({ $nin: [...organisations] }) },
          { 'data.tie': trusted({ $nin: ties }) },
          { 'data.ties': trusted({ $nin: ties }) },
        ],
  };
}
