import type { Connection } from 'mongoose';
import { type Random, random } from '../../../src/cli/seed/random.ts';
import { readWords } from '../../../src/cli/seed/readWords.ts';
import { writeSpecimens } from '../../../src/cli/seed/writeSpecimens.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { createBulk } from '../../../src/storage/createBulk.ts';
import { connect } from '../../../src/storage/database.ts';
import { migrateDatabase } from '../../../src/storage/migrate.ts';
import { realScheme } from '../../support/realScheme.ts';
import { testDatabase } from '../../support/server.ts';
import { ask } from '../ask.ts';
import { childServer } from '../childServer.ts';
import { productServer } from '../productServer.ts';
import type { Row } from '../row.ts';
import { slowest } from '../slowest.ts';

type Known = Pick<Entry, 'offers' | 'organisation'> & { readonly _id: string };

/** Labels that are asked for are drawn from so many: far more than one measurement asks for. */
const drawn = 20_000;

/** What a search costs that nobody asked before, in a large register. */
export const search: Row = {
  n: 11,
  product: 'search of the register for programs by words of a name or an offer, each another one',
  base: 'the label of a number for programs, each another one',
  goal: { atMost: 5 },
  cost: 'p99',
  open: async ({ labels }) => {
    const database = await testDatabase('bench-search');
    const connection = await connect(database.uri, database.dbName);
    await fill(connection, labels);
    const known = await connection
      .collection<Known>('entries')
      .aggregate<Known>([{ $sample: { size: drawn } }, { $project: { offers: 1, organisation: 1 } }])
      .toArray();
    const product = await childServer(productServer(database));
    const chance = random(11, labels);
    let next = 0;
    const address = `${product.address}/api/v1/labels`;
    return {
      base: slowest(product, () => ask(`${address}/${known[next++ % known.length]?._id}`)),
      product: slowest(product, () => {
        const query = new URLSearchParams({ q: wordsFor(chance, chance.pick(known)) });
        return ask(`${address}?${query}`);
      }),
      close: async () => {
        await Promise.all([product.stop(), connection.close()]);
        await database.drop();
      },
    };
  },
};

async function fill(connection: Connection, labels: number): Promise<void> {
  await migrateDatabase(connection);
  const order = { labels, seed: 11, today: '2026-11-02', scheme: realScheme().scheme, words: readWords() };
  let said = 0;
  const progress = (written: number) => {
    if (written - said < labels / 10) return;
    said = written;
    process.stderr.write(`  ${written} of ${labels} labels\n`);
  };
  await writeSpecimens(createBulk(connection), order, { progress, stopped: () => false });
}

/** What somebody types who looks for this label: words of an offer or a name, with a place, half a word, a typo. */
function wordsFor(chance: Random, { offers, organisation }: Known): string {
  const offer = wordsOf(chance.pick(offers).name);
  const name = wordsOf(organisation.name);
  const some = chance.pick(offer);
  return chance.pick([
    () => some,
    () => offer.slice(0, 3).join(' '),
    () => name.slice(-4).join(' '),
    () => `${some} ${organisation.commune}`,
    () => `${chance.pick(name)} ${some.slice(0, 4)}`,
    () => `${some.slice(0, 2)}${some.slice(3)}`,
  ])();
}

function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return words.length > 0 ? words : [text];
}
