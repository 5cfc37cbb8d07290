// Tier: all. Budget: 31 s.
import { expect } from 'chai';
import fc from 'fast-check';
import type supertest from 'supertest';
import { groupBy } from '../../../src/groupBy.ts';
import { isInCommittee } from '../../../src/policies/who.ts';
import { indexDesk } from '../../../src/storage/desk/indexDesk.ts';
import {
  anySearch,
  itemAddresses,
  searchAddresses,
  sectionOf,
  staffAddresses,
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

/**
 * Which ways close an item to somebody in a section: the word of somebody and their ties everywhere, that they evaluated it where work
 * on files goes on, other parts where the committee sits, for those who sit there.
 */
function closing(path: string, { person }: Officeholder): readonly Way[] {
  const { apart, sits } = sectionOf(path);
  const closes = {
    tie: true,
    word: true,
    evaluation: apart === true,
    part: sits === true && isInCommittee(person),
  };
  return ways.filter((way) => closes[way]);
}

/** What everybody reads without a session (the register, how long it takes, the API) is one for all, and not asked for here. */
describe('items that somebody of the staff is barred from', () => {
  let world: DeskWorld;
  let stored: Stored;
  let ids: ReadonlyMap<BarredItem, ReadonlySet<string>>;
  /** Without what is the organisation's and no file's. */
  let ofFiles: typeof ids;

  before(async () => {
    world = await deskWorld('barred');
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

  it('are found and shown, where nothing keeps one away', async () => {
    const [officer] = world.staff as [Officeholder];
    const plan = `/fr/lists/acts/${officer.bulkAct}`;
    const found = ({ canary }: BarredItem) => `/fr/lists/files/list.csv?q=${canary}`;
    const own = world.items.flatMap((item) => [found(item), `/fr/mail/letters/${item.letter}`]);
    const answers = await walk(officer, stored, [...own, plan, officer.feed]);
    for (const [path, text] of answers) expect(text, path).to.match(/^200 /);
    for (const item of world.items) {
      expect(answers.get(found(item)), item.name).to.include(item.applicationId);
      expect(answers.get(plan), item.name).to.include(item.applicationId);
    }
    expect(answers.get(officer.feed)).to.include('BEGIN:VEVENT');
  });

  for (const [n, roles] of rolePairs.entries()) {
    it(`are as if they had never been, wherever ${roles.join(' and ')} in one person looks`, async () => {
      const holder = world.staff[n] as Officeholder;
      const property = fc.asyncProperty(anyWalk(world), async ({ chosen, searches }) => {
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
        const lists = staffAddresses(world, holder);
        // Those of a file without a label are walked in recusal.test.ts.
        const named = world.items.filter(({ number }) => number !== null);
        const others = [
          ...searches.flatMap(searchAddresses),
          ...named.flatMap((item) => itemAddresses(world, holder, item)),
        ].filter((path) => sectionOf(path).admits(holder.person) && sectionOf(path).shows !== 'own');
        const paths = [...lists, ...others];
        // The journal tells what was read on the way: its section is walked first, in both worlds.
        const groups = [...groupBy(paths, (path) => closing(path, holder).join())].sort(
          ([a], [b]) => a.length - b.length,
        );
        const now = await walk(
          holder,
          closed,
          groups.flatMap(([, group]) => group),
        );
        // No figures were published in this world.
        for (const path of lists)
          expect(now.get(path), path).to.match(path === '/fr/figures' ? /^404 / : /^(200|302) /);
        const told: string[] = [];
        for (const [key, group] of groups) {
          const gone = bars.filter(({ way }) => key.split(',').includes(way));
          const without = gone.map(({ way, ids: own, item: { organisationId } }) => ({
            ids: own,
            organisationId,
            fileAlone: way !== 'tie',
          }));
          const never = await walk(holder, withoutItems(closed, without), group);
          // What waits for somebody on a file in which they had a part counts where that does not close it.
          const compared = (text = '') => (key === 'tie,word' ? text : text.replaceAll(headNumber, ''));
          for (const path of group) {
            const [text, other] = [compared(now.get(path)), compared(never.get(path))];
            if (text !== other && !counting.test(path)) told.push(`${path}\n${firstDifference(text, other)}`);
            const words = gone.flatMap(({ item }) => [item.canary, item.applicationId]);
            const said = words.filter((word) => text.includes(word) && !path.includes(word));
            if (said.length > 0 && !path.includes('?')) told.push(`${path} says ${said.join()}`);
          }
        }
        if (told.length > 0) expect.fail(told.join('\n\n'));
      });
      // Random values of one run are the same for each test: another seed, so that each bars others.
      const seed = Number(fc.readConfigureGlobal()?.seed ?? 0) + n;
      await fc.assert(property, { numRuns: 1, endOnFailure: true, seed });
      expect(world.web.logged, 'nothing here is an error of ours').to.deep.equal([]);
    });
  }
});

/**
 * What must be right for everybody counts what is hidden as well, and names none of it: who has room for another review, and whether
 * a person can be erased.
 */
const counting = /^\/fr\/(lists\/assign|people\/\w+\/erase)$/;

/** Which item is barred in which way, one in each, and what is looked for. */
function anyWalk({ items }: DeskWorld) {
  const all = [...ways, null];
  const size = { minLength: items.length, maxLength: items.length };
  return fc.record({
    chosen: fc.shuffledSubarray(all, size),
    searches: fc.array(anySearch(items), { minLength: 2, maxLength: 2 }),
  });
}

/** Where two texts part, with what stands around. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((sign, i) => sign !== other[i]);
  const from = Math.max(0, (at === -1 ? one.length : at) - 80);
  return [one, other].map((text) => `  ${JSON.stringify(text.slice(from, from + 240))}`).join('\n');
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
    .replaceAll(/Rempli .*?Go\.|"percent":[\d.]+,"free":[\d.]+/g, 'disk')
    .replaceAll(/(?<=<dcterms:(?:created|modified)[^>]*>)[^<]+/g, 'when');
}

/** The bytes as they came. */
const bytesOf: Parameters<supertest.Test['parse']>[0] = (response: supertest.Response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};
