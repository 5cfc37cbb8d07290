import { expect } from 'chai';
import fc from 'fast-check';
import type supertest from 'supertest';
import { indexDesk } from '../../../src/storage/desk/indexDesk.ts';
import {
  anySearch,
  itemAddresses,
  listAddresses,
  searchAddresses,
  sectionOf,
} from '../../support/barred/addresses.ts';
import { barring, type Way, ways } from '../../support/barred/bars.ts';
import {
  type BarredItem,
  type DeskWorld,
  deskWorld,
  type Officeholder,
  rolePairs,
} from '../../support/barred/deskWorld.ts';
import {
  idsAround,
  marked,
  readStored,
  type Stored,
  withoutItems,
  writeStored,
} from '../../support/barred/storedWorld.ts';
import { textIn } from '../../support/pages/textIn.ts';

/** Which ways close an item in a section: the word of somebody and their ties everywhere, other parts where they would be in the way. */
function closing(path: string): readonly Way[] {
  const { apart, sits } = sectionOf(path);
  return ways.filter((way) => way === 'tie' || way === 'word' || (way === 'evaluation' ? apart : sits));
}

describe('items that somebody of the staff is barred from', () => {
  let world: DeskWorld;
  let stored: Stored;
  let ids: ReadonlyMap<BarredItem, ReadonlySet<string>>;
  /** Without what is the organisation's and no file's. */
  let ofFiles: typeof ids;

  before(async () => {
    world = await deskWorld();
    const { connection } = world.web;
    stored = await readStored(connection);
    ids = new Map(world.items.map((item) => [item, idsAround(stored, item)]));
    ofFiles = new Map(world.items.map((item) => [item, idsAround(stored, item, true)]));
    for (const [item, own] of ids) stored = marked(stored, own, item.canary);
    await writeStored(connection, stored);
    // Databases of a process are used again, with what they noted of themselves.
    await connection.collection('migrations').deleteMany({ _id: /^rows of the desk/ as never });
    await indexDesk(connection);
    stored = await readStored(connection);
  });
  after(() => world.web.stop());

  /** What somebody reads at some addresses of what is stored, by the address. */
  const walk = async ({ browser }: Officeholder, from: Stored, paths: readonly string[]) => {
    await writeStored(world.web.connection, from);
    world.still();
    // The number in the head of pages is counted anew by the page that lists it.
    await browser.get('/fr/day');
    const answers = new Map<string, string>();
    for (const path of paths) {
      const { status, body } = await browser.get(path).buffer(true).parse(bytesOf);
      answers.set(path, `${status} ${settled(await textIn(body as Buffer))}`);
    }
    return answers;
  };

  it('have each their word, where those who are free read it', async () => {
    for (const [item, own] of ids) expect(own.size, item.name).to.be.above(10);
    const administrator = holderOf(world, 'officer', 'administrator');
    const paths = [
      '/fr/board',
      '/fr/lists/files?q=kanari',
      '/fr/lists/files/list.csv',
      '/fr/sessions',
      '/fr/mail',
    ];
    const answers = await walk(administrator, stored, paths);
    for (const [path, text] of answers) expect(text, path).to.match(/^200 /);
    for (const { canary } of world.items) expect(answers.get('/fr/lists/files/list.csv')).to.include(canary);
  });

  /** Bars by items, what is looked for, and which of the addresses of barred items are asked for. */
  const anyWalk = () => {
    const { items } = world;
    const size = { minLength: items.length, maxLength: items.length };
    return fc.record({
      chosen: fc
        .array(fc.constantFrom<Way | null>(...ways, null), size)
        .filter((chosen) => chosen.some((way) => way !== null)),
      searches: fc.array(anySearch(items), { minLength: 2, maxLength: 2 }),
      offset: fc.nat(every - 1),
    });
  };

  for (const [n, pair] of rolePairs.entries()) {
    it(`are as if they had never been, wherever ${pair.join(' and ')} in one person looks`, async () => {
      const holder = world.staff[n] as Officeholder;
      const property = fc.asyncProperty(anyWalk(), async ({ chosen, searches, offset }) => {
        const bars = world.items.flatMap((item, i) => {
          const way = chosen[i] ?? null;
          if (way === null) return [];
          const around = way === 'tie' ? ids : ofFiles;
          return [{ item, way, ids: around.get(item) as ReadonlySet<string> }];
        });
        const closed = bars.reduce(
          (all, { item, way }) => barring(all, world, holder.person.id, item, way),
          stored,
        );
        const paths = [
          ...listAddresses(world),
          ...searches.flatMap(searchAddresses),
          ...bars
            .flatMap(({ item }) => itemAddresses(world, holder, item))
            .filter((_, i) => i % every === offset),
        ];
        const told: string[] = [];
        for (const key of new Set(paths.map((path) => closing(path).join()))) {
          const group = paths.filter((path) => closing(path).join() === key);
          const gone = bars.filter(({ way }) => key.split(',').includes(way));
          const now = await walk(holder, closed, group);
          const without = gone.map(({ way, ids: own }) => ({ ids: own, fileAlone: way !== 'tie' }));
          const never = await walk(holder, withoutItems(closed, without), group);
          // What waits for somebody on a file in which they had a part counts where that does not close it.
          const compared = (text = '') => (key === 'tie,word' ? text : text.replaceAll(headNumber, ''));
          for (const path of group) {
            const [text, other] = [compared(now.get(path)), compared(never.get(path))];
            if (text !== other) told.push(`${path}\n${firstDifference(text, other)}`);
            const words = gone.map(({ item }) => item.canary).filter((canary) => text.includes(canary));
            if (words.length > 0 && !path.includes('?')) told.push(`${path} says ${words.join()}`);
          }
        }
        if (told.length > 0) expect.fail(told.join('\n\n'));
      });
      await fc.assert(property, { numRuns: 1, endOnFailure: true });
      expect(world.web.logged, 'nothing here is an error of ours').to.deep.equal([]);
    });
  }
});

/** Of the addresses of barred items, one of so many is asked for: each is another's in some other walk. */
const every = 16;

/** Where two texts part, with what stands around. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((sign, i) => sign !== other[i]);
  const from = Math.max(0, (at === -1 ? one.length : at) - 80);
  return [one, other].map((text) => `  ${JSON.stringify(text.slice(from, from + 240))}`).join('\n');
}

function holderOf({ staff }: DeskWorld, ...roles: readonly string[]): Officeholder {
  return staff.find((one) =>
    roles.every((role) => (one.roles as readonly string[]).includes(role)),
  ) as Officeholder;
}

/** The number in the head of a page. */
const headNumber = /<a class="header__waiting".*?<\/a>/gs;

/** Without what is new in every answer. */
function settled(text: string): string {
  return text
    .replaceAll(/(?:value|data-csrf)="[\w-]{32,64}"/g, 'token')
    .replaceAll(/nonce(="|-)[\w+/=]{20,}/g, 'nonce')
    .replaceAll(/[0-9a-f]{64}/g, 'digest')
    .replaceAll(/B9\d{7}/g, 'B')
    .replaceAll(/(?<=<dcterms:(?:created|modified)[^>]*>)[^<]+/g, 'when');
}

/** The bytes as they came. */
const bytesOf: Parameters<supertest.Test['parse']>[0] = (response: supertest.Response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};
