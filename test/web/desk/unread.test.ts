import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { followItem } from '../../../src/commands/desk/casework/followItem.ts';
import { handOver } from '../../../src/commands/desk/casework/handOver.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { applicationVersion } from '../../support/appealSteps.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** Where a person is told that a file changed: their day, which has what they follow, and the list of files. */
type Told = readonly [day: boolean, list: boolean];

describe('what changed since one opened it', () => {
  let web: WebWithCast;
  let file: string;
  let people: Readonly<Record<'follower' | 'owner' | 'neither' | 'tied' | 'reviewer', Person>>;
  before(async () => {
    web = await webWithCast('unread');
    file = await web.submittedFile();
    people = {
      follower: await web.person('follower', 'officer'),
      owner: await web.person('owning', 'officer'),
      neither: await web.person('neither', 'officer'),
      tied: await web.person('tied', 'officer'),
      reviewer: await web.person('reviewing', 'reviewer'),
    };
    const item = `files/${file}` as const;
    for (const person of [people.follower, people.tied]) await followItem(web.deps, person, { item });
    await handOver(web.deps, people.owner, { item, to: people.owner.id, note: '' });
  });
  after(() => web.stop());

  const open = async () => {
    for (const person of [people.follower, people.owner, people.neither])
      expect((await (await web.browserOf(person)).get(`/fr/files/${file}`)).status).to.equal(200);
  };
  const toldTo = async (person: Person): Promise<Told> => {
    const browser = await web.browserOf(person);
    const day = parse((await browser.get('/fr/day')).text);
    const list = parse((await browser.get('/fr/lists/files')).text);
    const section = day.querySelector('section[aria-labelledby="unread"]');
    const mark = list.querySelector('tbody th .desk__unread + .govuk-visually-hidden');
    if (mark)
      expect(mark.textContent.trim().replaceAll(/\s/gu, ' ')).to.equal(
        'Changé depuis que vous l’avez ouvert :',
      );
    return [section?.innerHTML.includes(`/fr/files/${file}"`) ?? false, mark !== null];
  };
  const all = async () => {
    const told = Object.entries(people).map(async ([name, person]) => [name, await toldTo(person)] as const);
    return Object.fromEntries(await Promise.all(told));
  };
  const nothing: Told = [false, false];

  it('is nothing once it was opened', async () => {
    await open();
    const told = await all();
    for (const name of ['follower', 'owner', 'neither', 'reviewer'])
      expect(told[name], name).to.deep.equal(nothing);
    expect(told.tied, 'follows it and did not open it').to.deep.equal([true, true]);
  });

  it('is marked for who follows or has it, until they open it, and for nobody who is barred from it', async () => {
    const { organisationId } = (await currentApplication(web.deps, file)).context;
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(web.deps, people.tied, { ...tie, personId: people.tied.id, organisationId });
    await acceptApplication(web.deps, web.cast.officer, await applicationVersion(web.deps, file));
    expect(await all()).to.deep.equal({
      follower: [true, true],
      owner: [false, true],
      neither: nothing,
      tied: nothing,
      reviewer: nothing,
    });
    await open();
    expect([await toldTo(people.follower), await toldTo(people.owner)]).to.deep.equal([nothing, nothing]);
  });
});
