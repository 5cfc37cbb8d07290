// Tier: all. Budget: 22 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { concludeWithdrawal } from '../../../src/commands/committee/decision/concludeWithdrawal.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { privateRoutes } from '../../../src/web/privateRoutes.ts';
import { publicRoutes } from '../../../src/web/publicRoutes.ts';
import { reason } from '../../support/complaintSteps.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { type LabelWorld, labelWorld } from '../../support/labelWorld.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { shown, type TestWeb, testWeb } from '../../support/web.ts';

const visitors = ['visitor', 'stranger', 'owner elsewhere'] as const;
const holders = ['owner', 'editor', 'reader'] as const;
const staff = [
  'officer',
  'handler',
  'tied officer',
  'officer who scored',
  'reviewer',
  'member',
  'panelist',
  'tied member',
  'administrator',
] as const;
const everyone = [...visitors, ...holders, ...staff];
type Who = (typeof everyone)[number];

const own = holders;
const desk: readonly Who[] = ['officer', 'handler'];
const members: readonly Who[] = ['member'];
const judges: readonly Who[] = ['officer', 'handler', 'member', 'panelist'];

/** Who gets which page about a label that is suspended, with everything waiting on it; all others get no such page. */
const pages: Readonly<Record<string, readonly Who[]>> = {
  '/labels/:number': everyone,
  '/labels/:number/certificate.pdf': everyone,
  '/api/v1/labels/:number': everyone,
  // What reads these profiles knows no status: one that does not hold has none.
  '/api/v1/murmurations/labels/:number': [],
  // Its offers have none.
  '/labels/:number/photos/:file': [],
  '/badges/:file': everyone,
  '/wallet/types/label': everyone,
  '/credentials/:number': everyone,
  '/organisations/:id/labels/:number': own,
  '/organisations/:id/labels/:number/appeal': own,
  '/organisations/:id/labels/:number/changes': own,
  // Nobody is asked for an application: changes.test.ts says who reads it then.
  '/organisations/:id/labels/:number/changes/:changeId': [],
  '/organisations/:id/labels/:number/conditions': own,
  '/organisations/:id/labels/:number/declaration': own,
  '/organisations/:id/labels/:number/declaration/:surveillanceId': own,
  '/organisations/:id/labels/:number/declarations': own,
  '/organisations/:id/labels/:number/hearing': own,
  '/organisations/:id/labels/:number/notice': own,
  '/organisations/:id/labels/:number/statements/:complaintId': own,
  '/organisations/:id/labels/:number/renewal': own,
  '/organisations/:id/labels/:number/extension': own,
  // A label that does not hold gets into no wallet.
  '/organisations/:id/labels/:number/wallet': [],
  '/files/:applicationId/label': desk,
  '/files/:applicationId/label/changes': desk,
  '/files/:applicationId/label/changes/:changeId': desk,
  '/files/:applicationId/label/conditions': desk,
  '/files/:applicationId/label/sanctions': desk,
  // Leads back to that page: it is asked for after a new sign-in alone.
  '/files/:applicationId/label/sanctions/record-notice': desk,
  '/files/:applicationId/label/surveillance': desk,
  '/files/:applicationId/label/surveillance/:surveillanceId': desk,
  '/committee/:applicationId/withdrawal': members,
  // What is said inside is kept from who had a part.
  '/complaints/:complaintId': [...desk, 'officer who scored'],
  '/appeals/:appealId': judges,
};

/** What there is of a label once the committee concluded. */
const letters: Readonly<Record<string, readonly Who[]>> = {
  '/organisations/:id/labels/:number/decision/:n.pdf': own,
  '/files/:applicationId/label/:number/decision/:n.pdf': desk,
};

describe('the pages of a label that is suspended or withdrawn', () => {
  let web: TestWeb;
  let world: LabelWorld;
  const people = new Map<Who, Person | undefined>();
  before(async () => {
    web = await testWeb('label-access', {}, { now: () => new Date('2027-10-01T09:00:00.000Z') });
    world = await labelWorld(web);
    const { cast, holder, panel, handler } = world;
    const { organisationId } = holder;
    const member = async (role: 'editor' | 'reader') =>
      updatePerson(web.deps, await web.person(role), { memberships: [{ organisationId, role }] });
    const tied = async (name: string, role: 'officer' | 'committee') => {
      const person = await web.person(name, role);
      const tie = { organisationId, kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
      await declareTie(web.deps, person, { ...tie, personId: person.id });
      return person;
    };
    const elsewhere = [{ organisationId: 'another', role: 'owner' as const }];
    const all: Readonly<Record<Who, Person | undefined>> = {
      visitor: undefined,
      stranger: await web.person('stranger'),
      'owner elsewhere': await updatePerson(web.deps, await web.person('elsewhere'), {
        memberships: elsewhere,
      }),
      owner: holder.owner,
      editor: await member('editor'),
      reader: await member('reader'),
      officer: cast.officer,
      handler,
      'tied officer': await tied('tied-officer', 'officer'),
      'officer who scored': await updatePerson(web.deps, cast.reviewers[0], {
        roles: ['officer', 'reviewer'],
      }),
      reviewer: cast.reviewers[1],
      member: cast.committee[1],
      panelist: panel[0],
      'tied member': await tied('tied-member', 'committee'),
      administrator: await web.person('administrator', 'administrator'),
    };
    for (const who of everyone) people.set(who, all[who]);
  });
  after(() => web.stop());

  const addressOf = (path: string) => {
    const { holder, ...ids } = world;
    const values: Readonly<Record<string, unknown>> = {
      ...ids,
      id: holder.organisationId,
      number: holder.number,
      applicationId: holder.applicationId,
      file: `${holder.number}.svg`,
      n: 1,
    };
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => String(values[name]));
    return /^\/(?:api|badges|credentials|wallet)\/|^\/labels\/.*\.pdf$/.test(path) ? filled : `/fr${filled}`;
  };
  /** Whom a page opens to, of everyone; a page that fails is named. */
  const opensTo = async (paths: readonly string[]) => {
    const found: Record<string, Who[]> = Object.fromEntries(paths.map((path) => [path, []]));
    for (const who of everyone) {
      const browser = await web.browser(people.get(who));
      for (const path of paths) {
        const { status, headers } = await browser.get(addressOf(path));
        expect(status, `${who} ${path}`).to.be.below(500);
        const turnedAway = /\/sign-in$/.test(headers.location ?? '');
        if (!turnedAway && ![401, 403, 404].includes(status)) found[path]?.push(who);
      }
    }
    return found;
  };

  it('have a row each', () => {
    const parts = { deps: web.deps, i18n: shown.i18n };
    const routes = [...privateRoutes(parts).stack, ...publicRoutes(parts, shown.assets).stack];
    const about = routes
      .filter(({ methods }) => methods.includes('GET'))
      .map(({ path }) => String(path).replace('/:language', ''))
      .filter((path) => /\/labels?\/|\/label$|withdrawal/.test(path))
      // Lists open to all officers, each with the labels that they may see.
      .filter((path) => !/offers|documents|sign|^\/lists/.test(path));
    expect(about.filter((path) => !(path in pages || path in letters))).to.deep.equal([]);
  });

  it('open to nobody but those of the table while it is suspended', async () => {
    const closed = Object.fromEntries(Object.keys(letters).map((path) => [path, []]));
    const all = { ...pages, ...closed };
    expect(await opensTo(Object.keys(all))).to.deep.equal(all);
  });

  /** The pages below that of the label which its page leads to, without those of single tasks. */
  const doors = async () => {
    const kit = addressOf('/organisations/:id/labels/:number');
    const { text } = await (await web.browser(world.holder.owner)).get(kit);
    return [...text.matchAll(new RegExp(`<a href="${kit}/([a-z]+)">`, 'g'))].map(([, door]) => door);
  };

  it('are reached from the label’s own page, where they have something to say', async () => {
    const all = ['changes', 'declarations', 'conditions', 'renewal', 'hearing', 'appeal', 'notice'];
    expect(await doors()).to.include.members(all);
  });

  it('are reached from the first page of its people, which names what is to do until when', async () => {
    const { text } = await (await web.browser(world.holder.owner)).get('/fr/my');
    const tasks = parse(text).querySelectorAll('.task__line strong + a');
    expect(tasks.map((task) => task.text)).to.include.members([
      'Déclaration annuelle',
      'Corriger ce qui a fait suspendre le label',
    ]);
    for (const task of tasks)
      expect(task.getAttribute('href')).to.include(addressOf('/organisations/:id/labels/:number'));
    expect(text).to.include('31 octobre 2027');
  });

  it('open to the same once it is withdrawn', async () => {
    const { at } = await labelNow(web, world.holder.number);
    const concluded = { ...at, outcome: 'withdrawn', reason, until: null } as const;
    await concludeWithdrawal(web.deps, world.cast.committee[0], concluded);
    await web.work();
    const all = { ...pages, ...letters };
    expect(await opensTo(Object.keys(all))).to.deep.equal(all);
    expect(await doors())
      .to.include('appeal')
      .and.not.include('notice')
      .and.not.include('renewal');
  });
});
