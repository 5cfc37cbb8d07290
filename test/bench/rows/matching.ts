import { random } from '../../../src/cli/seed/random.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { built } from '../built.ts';
import { concurrent } from '../inProcess.ts';
import type { Row } from '../row.ts';
import { seeded } from '../seeded.ts';
import { drawnFrom } from '../wordsFor.ts';

const many = 1_000_000;

/** What it costs to find the offers that fit a need, beside one search. */
export const matching: Row = {
  n: 22,
  product: `offers found that fit a need of thirty words, with ${many.toLocaleString('en')} labels (or as many as asked for)`,
  base: 'a search of the register for the rarest of these words',
  goal: { atMost: 5 },
  cost: 'time',
  open: async ({ labels }) => {
    const register = await seeded('needs', labels ?? many);
    const { connect } = await built<typeof import('../../../src/storage/database/database.ts')>(
      'storage/database/database.js',
    );
    const { createStore } =
      await built<typeof import('../../../src/storage/createStore.ts')>('storage/createStore.js');
    const { fittingOffers } = await built<
      typeof import('../../../src/commands/exchange/views/fittingOffers.ts')
    >('commands/exchange/views/fittingOffers.js');
    const { searchRegister } = await built<typeof import('../../../src/commands/register/searchRegister.ts')>(
      'commands/register/searchRegister.js',
    );
    const { tellingWords } =
      await built<typeof import('../../../src/register/searchWords.ts')>('register/searchWords.js');
    const connection = await connect(register.uri, register.dbName);
    const store = createStore(connection, () => []);
    const deps = {
      store,
      clock: { now: () => new Date() },
      publicUrl: 'http://localhost',
    } satisfies Partial<Deps>;
    const known = await drawnFrom(register);
    const needOf = (chance: ReturnType<typeof random>) => {
      const { offers, organisation } = chance.pick(known);
      const { name, sheet } = chance.pick(offers);
      const text = sheet.split(/\s+/).slice(0, 30).join(' ');
      const context = { needId: '', organisationId: '', dueAt: '', outcome: null };
      return { title: name, text, place: organisation.commune, category: null, context };
    };
    const rarest = async (need: { readonly title: string; readonly text: string }) => {
      const words = tellingWords(`${need.title} ${need.text}`).map(({ word }) => word);
      const terms = await store.knownTerms(words);
      return terms.toSorted((a, b) => a.rows - b.rows)[0]?.term ?? need.title;
    };
    const chance = random(22);
    const needs = Array.from({ length: 2000 }, () => needOf(chance));
    const words = await Promise.all(needs.map(rarest));
    let [asked, sought] = [0, 0];
    return {
      base: concurrent(1, async () => {
        const text = words[sought++ % words.length] ?? '';
        await searchRegister(deps, { text }, { page: null, counted: false });
      }),
      product: concurrent(1, async () => {
        await fittingOffers(deps, requireVisible(needs[asked++ % needs.length] ?? null));
      }),
      close: async () => {
        await connection.close();
        await register.drop();
      },
    };
  },
};
