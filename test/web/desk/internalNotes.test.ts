// Tier: all. Budget: 19 s.
import { expect } from 'chai';
import type supertest from 'supertest';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { addCaseNote } from '../../../src/commands/desk/casework/caseNotes.ts';
import { followItem } from '../../../src/commands/desk/casework/followItem.ts';
import { handOver } from '../../../src/commands/desk/casework/handOver.ts';
import { tagItem } from '../../../src/commands/desk/casework/tagItem.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { makeCalendarFeed } from '../../../src/commands/people/accounts/calendarFeed.ts';
import { loadAssets } from '../../../src/web/http/assets/assets.ts';
import { publicRoutes } from '../../../src/web/publicRoutes.ts';
import { itemAddresses, listAddresses, sectionOf } from '../../support/barred/addresses.ts';
import { sendComplaint } from '../../support/complaintSteps.ts';
import { labelWorld } from '../../support/labelWorld.ts';
import { textIn } from '../../support/pages/textIn.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { shown, type TestWeb, testWeb, tokenIn } from '../../support/web.ts';

/** Words that are nowhere else: in a note, in one about a person, in a tag, in what goes with a hand-over. */
const canary = { note: 'kanarinotiz', about: 'kanariperson', tag: 'kanarietikett', hand: 'kanariuebergabe' };
const anyCanary = /kanari\w+/gi;
/** How many pages and files everybody is given at least, of those that are asked for. */
const reached = {
  ...{ visitor: 50, owner: 28, reader: 28, reviewer: 6 },
  ...{ member: 14, chair: 14, panel: 11, administrator: 10 },
};

describe('what officers note for themselves on a file, its label and complaints about it', () => {
  let web: TestWeb;
  let world: Awaited<ReturnType<typeof labelWorld>>;
  let owner: Person;
  let colleague: Person;
  /** Everybody who is no officer, by their part; null for who did not sign in. */
  let readers: Readonly<Record<string, Person | null>>;
  let own: Awaited<ReturnType<typeof sendComplaint>>;

  before(async () => {
    web = await testWeb('internal-notes');
    const { deps } = web;
    world = await labelWorld(web);
    const { cast, holder, panel, complaintId } = world;
    const { organisationId, number } = holder;
    own = await sendComplaint(web, { number });
    owner = requireVisible(await deps.store.person(holder.owner.id));
    const officer = await web.person('notes', 'officer');
    colleague = await web.person('gets-it', 'officer');
    const complaints = [`complaints/${complaintId}`, `complaints/${own.number}`] as const;
    for (const item of [`files/${holder.applicationId}`, `labels/${number}`, ...complaints] as const) {
      await addCaseNote(deps, officer, { item, text: `À vérifier : ${canary.note}.`, about: null });
      await addCaseNote(deps, officer, { item, text: `Parle vite : ${canary.about}.`, about: owner.id });
      await tagItem(deps, officer, { item, tag: canary.tag });
      await followItem(deps, officer, { item });
      await handOver(deps, officer, { item, to: colleague.id, note: `Pour toi : ${canary.hand}.` });
    }
    const reads = await web.person('reads');
    readers = {
      visitor: null,
      owner,
      reader: await updatePerson(deps, reads, { memberships: [{ organisationId, role: 'reader' }] }),
      reviewer: cast.reviewers[0],
      member: cast.committee[1],
      chair: cast.committee[0],
      panel: panel[0],
      administrator: await web.person('administers', 'administrator'),
    };
    await web.work();
  });
  after(() => web.stop());

  /** How an answer went, and which of the words it has. */
  const found = async (request: supertest.Test) => {
    const { status, body } = await request.buffer(true).parse(bytesOf);
    const words = (await textIn(body as Buffer)).match(anyCanary) ?? [];
    return { status, words: [...new Set(words.map((word) => word.toLowerCase()))].sort() };
  };
  const publicAddresses = () => {
    const { number, applicationId, organisationId } = world.holder;
    const routes = publicRoutes({ deps: web.deps, i18n: shown.i18n }, loadAssets('development')).stack;
    const values: Readonly<Record<string, string>> = {
      ...{ language: 'fr', number, organisationId, complaint: own.number, file: `${number}.svg` },
      ...{
        offer: 'none',
        part: 'labels-1.xml',
        list: 'revocation',
        version: '1.0.0',
        year: '2026',
        id: applicationId,
      },
    };
    const paths = routes.filter(({ methods }) => methods.includes('GET')).map(({ path }) => String(path));
    return paths
      .filter((path) => !path.includes('/assets/') && !path.includes('/dev/'))
      .map((path) => path.replaceAll(/:(\w+)/g, (_, part: string) => values[part] ?? 'none'));
  };
  const privateAddresses = (person: Person) => {
    const { holder, sessionId: session } = world;
    const ids = { ...world, cancelled: session, sessions: [session] };
    const all = [
      ...listAddresses({ web }),
      ...itemAddresses({ web, ids }, { bulkAct: '' }, { ...holder, owner }),
    ];
    const isOwn = person.memberships.length > 0;
    return all.filter((path) => {
      const { admits, shows } = sectionOf(path);
      return admits(person) && (isOwn || shows === 'scheme');
    });
  };

  it('is on no page, feed, paper, export or answer that anybody else is given', async () => {
    const told: string[] = [];
    const opened: Record<string, number> = {};
    const walks = Object.entries(readers).map(async ([name, person]) => {
      const browser = await web.browser(person ?? undefined);
      const feed =
        person && `/calendar/${await makeCalendarFeed(web.deps, { ...person, request: 'test' })}.ics`;
      const paths = person ? [...privateAddresses(person), feed ?? ''] : publicAddresses();
      opened[name] = 0;
      for (const path of paths) {
        const { status, words } = await found(browser.get(path));
        if (status === 200) opened[name] += 1;
        if (words.length > 0) told.push(`${name} ${path}: ${words}`);
      }
    });
    await Promise.all(walks);
    expect(told).to.deep.equal([]);
    for (const [name, least] of Object.entries(reached)) expect(opened[name], name).to.be.least(least);
  });

  it('is in no letter but that to whom something is handed over', () => {
    const told = web.letters.filter(({ subject, text, html }) =>
      `${subject}${text}${html}`.includes('kanari'),
    );
    expect(new Set(told.map(({ kind, to }) => `${kind} ${to}`))).to.deep.equal(
      new Set([`handedOver ${colleague.email}`]),
    );
  });

  it('is in a copy of data where the note is about its person, and in no other', async () => {
    const copyOf = async (person: Person | null | undefined, path: string, page: string) => {
      const browser = await web.browser(requireVisible(person ?? null));
      const csrf = tokenIn((await browser.get(page)).text);
      return found(browser.send(path, 'form', new URLSearchParams({ csrf }).toString()));
    };
    const copies: Record<string, unknown> = {};
    for (const name of Object.keys(readers).filter((one) => readers[one] !== null))
      copies[name] = await copyOf(readers[name], '/fr/account/export', '/fr/account');
    const organisation = `/fr/organisations/${world.holder.organisationId}`;
    copies.organisation = await copyOf(owner, `${organisation}/export`, organisation);
    const none = { status: 200, words: [] };
    expect(copies).to.deep.equal({
      ...Object.fromEntries(Object.keys(copies).map((name) => [name, none])),
      owner: { status: 200, words: [canary.about] },
    });
  });

  it('would be found: it is where officers work', async () => {
    const browser = await web.browser(colleague);
    const { applicationId, number } = world.holder;
    const at = async (path: string) => (await found(browser.get(path))).words;
    const all = Object.values(canary).sort();
    for (const path of [`files/${applicationId}`, `files/${applicationId}/label`, `complaints/${own.number}`])
      expect(await at(`/fr/${path}`), path).to.deep.equal(all);
    for (const path of ['lists/files/list.csv', 'lists/labels/list.xlsx'])
      expect(await at(`/fr/${path}?q=${number}`), path).to.deep.equal([canary.tag]);
  });

  it('is not on the page of who complained', async () => {
    const visitor = await web.browser();
    const form = new URLSearchParams({ secret: own.secret }).toString();
    const read = await visitor.send(`/fr/report/${own.number}`, 'form', form);
    expect([read.status, read.text.includes('Votre signalement est arrivé')]).to.deep.equal([200, true]);
    expect(read.text.match(anyCanary)).to.equal(null);
  });
});

const bytesOf: Parameters<supertest.Test['parse']>[0] = (response: supertest.Response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};
