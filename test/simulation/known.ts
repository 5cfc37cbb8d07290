import type { Connection } from 'mongoose';
import type { Clock, Items, Kind } from '../../src/commands/ports/ports.ts';
import { type Day, dayOf } from '../../src/register/day.ts';
import { findRows } from '../../src/storage/database/database.ts';
import { itemKinds } from '../../src/storage/privacy/walkChain.ts';
import type { JournalRecord } from '../../src/workflow/record.ts';

/** What was added to the journal since it was last read: the lines, and the streams that they stand on. */
export interface News {
  readonly lines: readonly JournalRecord[];
  readonly streams: readonly string[];
}

/** Every item as it is stored: what people see before they choose what to do next. */
export interface Known {
  /** Those of a kind, the oldest first. */
  all<K extends Kind>(kind: K): readonly Items[K][];
  one<K extends Kind>(kind: K, id: string): Items[K] | undefined;
  /** The item that a stream of the journal is about. */
  of(stream: string): Items[Kind] | undefined;
  /** What day it is. */
  today(): Day;
}

type Tables = { readonly [K in Kind]: Map<string, Items[K]> };

/** What is known, kept up to date by what the journal tells. */
export class KnownItems implements Known {
  private readonly connection: Connection;
  private readonly clock: Clock;
  private readonly tables = Object.fromEntries(
    itemKinds.map((kind) => [kind, new Map()]),
  ) as unknown as Tables;
  private readonly seen = new Set<string>();

  constructor(connection: Connection, clock: Clock) {
    this.connection = connection;
    this.clock = clock;
  }

  today(): Day {
    return dayOf(this.clock.now().toISOString());
  }

  all<K extends Kind>(kind: K): readonly Items[K][] {
    return [...this.tables[kind].values()];
  }

  one<K extends Kind>(kind: K, id: string): Items[K] | undefined {
    return this.tables[kind].get(id);
  }

  of(stream: string): Items[Kind] | undefined {
    const cut = stream.indexOf('/');
    const kind = itemKinds.find((one) => one === stream.slice(0, cut));
    return kind && this.one(kind, stream.slice(cut + 1));
  }

  /** Reads what is new in the journal, and the items that it is about. */
  async refresh(): Promise<News> {
    const lines = await this.newLines();
    const streams = [...new Set(lines.map(({ stream }) => stream))];
    for (const kind of itemKinds) {
      const ids = streams
        .filter((stream) => stream.startsWith(`${kind}/`))
        .map((stream) => stream.slice(kind.length + 1));
      if (ids.length > 0) await this.read(kind, ids);
    }
    return { lines, streams };
  }

  /** Items that are there, or otherwise, without a line of the journal that says so. */
  async unsaid(): Promise<readonly string[]> {
    const all = itemKinds.map(async (kind) => {
      const stored = await findRows<Items[Kind]>(this.connection, kind, {}, {});
      return stored
        .filter(({ id, revision }) => this.one(kind, id)?.revision !== revision)
        .map(({ id }) => `7: ${kind}/${id} changed without a line of the journal`);
    });
    return (await Promise.all(all)).flat();
  }

  private async read<K extends Kind>(kind: K, ids: readonly string[]): Promise<void> {
    const found = await findRows<Items[K]>(
      this.connection,
      kind,
      { _id: { $in: ids } },
      { sort: { _id: 1 } },
    );
    for (const item of found) this.tables[kind].set(item.id, item);
  }

  private async newLines(): Promise<readonly JournalRecord[]> {
    const records = this.connection.collection<Omit<JournalRecord, 'id'> & { _id: string }>('records');
    // After most turns there are few.
    for (let limit = 16; ; limit *= 8) {
      const newestFirst = await records.find().sort({ $natural: -1 }).limit(limit).toArray();
      const known = newestFirst.findIndex(({ _id }) => this.seen.has(_id));
      if (known === -1 && newestFirst.length === limit) continue;
      const lines = newestFirst.slice(0, known === -1 ? limit : known);
      for (const { _id } of lines) this.seen.add(_id);
      return lines.map(({ _id: id, ...line }) => ({ id, ...line })).reverse();
    }
  }
}
