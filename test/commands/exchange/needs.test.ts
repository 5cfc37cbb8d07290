import { expect } from 'chai';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { closeNeed, removeNeed, withdrawNeed } from '../../../src/commands/exchange/endNeed.ts';
import { editNeed, maxOpenNeeds, publishNeed } from '../../../src/commands/exchange/publishNeed.ts';
import { listExchanges } from '../../../src/commands/exchange/views/listExchanges.ts';
import { listNeeds } from '../../../src/commands/exchange/views/listNeeds.ts';
import { viewNeed } from '../../../src/commands/exchange/views/viewNeed.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { eraseOrganisation } from '../../../src/commands/privacy/eraseOrganisation.ts';
import { type Body, bodyOf, needNow, ownAt, publishedNeed, wanted } from '../../support/exchangeSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const reason = 'Spécimen : ce besoin vend autre chose que ce qu’il dit.';

describe('what an organisation looks for', () => {
  let service: TestService;
  let body: Body;
  let other: Body;
  let officer: Person;
  before(async () => {
    service = await testService('needs');
    body = await bodyOf(service, 'seeks');
    other = await bodyOf(service, 'has');
    officer = await service.person('officer', 'officer');
  });
  after(() => service.stop());

  it('is published, changed and ended by those who write for it alone', async () => {
    const { deps } = service;
    const { organisationId } = body;
    const need = await publishedNeed(deps, body, { title: 'Qui peut quoi' });
    const acts: readonly ((by: Person) => Promise<unknown>)[] = [
      (by) => publishNeed(deps, by, { organisationId, ...wanted }),
      (by) => editNeed(deps, by, { ...ownAt(need), ...wanted }),
      (by) => closeNeed(deps, by, { ...ownAt(need), outcome: 'notFound' }),
      (by) => withdrawNeed(deps, by, ownAt(need)),
    ];
    for (const by of [body.reader, other.owner, officer, await service.person('stranger')]) {
      for (const act of acts) expect(await refusalOf(act(by))).to.equal('notFound');
    }
    // Another organisation's page does not lead to it either.
    const elsewhere = { ...ownAt(need), organisationId: other.organisationId };
    expect(await refusalOf(withdrawNeed(deps, other.owner, elsewhere))).to.equal('notFound');
    await editNeed(deps, body.editor, { ...ownAt(need), ...wanted, title: 'Dit autrement' });
    const changed = await needNow(deps, need.id);
    expect(changed.title).to.equal('Dit autrement');
    expect(await refusalOf(withdrawNeed(deps, body.editor, ownAt(need)))).to.equal('stale');
    await withdrawNeed(deps, body.editor, ownAt(changed));
    const ended = await needNow(deps, need.id);
    expect(await refusalOf(closeNeed(deps, body.owner, { ...ownAt(ended), outcome: 'foundHere' }))).to.equal(
      'refused wrongState',
    );
  });

  it('names no address and no phone number, and ends within half a year', async () => {
    const { deps } = service;
    const publish = (also: object) => publishedNeed(deps, body, also);
    for (const field of ['title', 'text', 'quantity', 'place']) {
      const refused = await refusalOf(publish({ [field]: 'specimen.ch' }));
      expect(refused).to.equal(`invalid ${field}:contactInText`);
    }
    for (const until of ['2026-11-02', '2020-01-01', '2027-05-02', '2999-01-01'])
      expect(await refusalOf(publish({ until })), until).to.equal('invalid until:needDays');
    expect((await publish({ title: 'Dernier jour', until: '2027-05-01' })).context.dueAt).to.equal(
      '2027-05-01T21:59:59.999Z',
    );
  });

  it('is one when it is sent twice, and at most ten at a time', async () => {
    const { deps } = service;
    const many = await bodyOf(service, 'many');
    const first = await publishedNeed(deps, many);
    expect((await publishedNeed(deps, many)).id).to.equal(first.id);
    for (let n = 1; n < maxOpenNeeds; n += 1) await publishedNeed(deps, many, { title: `Besoin ${n}` });
    expect(await refusalOf(publishedNeed(deps, many, { title: 'Un de trop' }))).to.equal(
      'refused tooManyNeeds',
    );
    await closeNeed(deps, many.owner, { ...ownAt(first), outcome: 'foundElsewhere' });
    await publishedNeed(deps, many, { title: 'À la place' });
  });

  it('is listed by title and place alone, page by page, while it is open', async () => {
    const { deps } = service;
    const { needs, next } = await listNeeds(deps);
    expect(Object.keys(needs[0] ?? {})).to.deep.equal(['id', 'kind', 'title', 'place']);
    expect(next).to.equal(null);
    expect(needs.map(({ title }) => title))
      .to.include('À la place')
      .and.not.include('Dit autrement');
    const after = await listNeeds(deps, needs[3]?.id);
    expect(after.needs).to.deep.equal(needs.slice(4));
  });

  it('is over after its day, which its people are told', async () => {
    const { deps } = service;
    const need = await publishedNeed(deps, body, { title: 'Bientôt passé', until: '2026-11-05' });
    await expireDeadlines(deps, new Date('2026-11-05T12:00:00.000Z'));
    expect((await needNow(deps, need.id)).state).to.equal('open');
    await expireDeadlines(deps, new Date('2026-11-06T12:00:00.000Z'));
    expect((await needNow(deps, need.id)).state).to.equal('expired');
    service.setClock('2026-11-06T12:00:00.000Z');
    await service.work();
    const told = service.letters.filter(({ kind }) => kind === 'needExpired').map(({ to }) => to);
    expect(told).to.have.members([body.owner.email, body.editor.email]);
    expect(await refusalOf(viewNeed(deps, other.owner, need.id))).to.equal('needOver');
    expect((await viewNeed(deps, body.reader, need.id)).mayEdit).to.equal(false);
  });

  it('is taken off the list by an officer of no part in it, with a reason that its people get', async () => {
    const { deps } = service;
    const need = await publishedNeed(deps, body, { title: 'Un abus' });
    const at = { needId: need.id, revision: need.revision };
    for (const by of [other.owner, body.owner, await service.person('committee', 'committee')])
      expect(await refusalOf(removeNeed(deps, by, { ...at, reason }))).to.equal('forbidden');
    const inside = { ...body.owner, roles: ['officer' as const] };
    expect(await refusalOf(removeNeed(deps, inside, { ...at, reason }))).to.equal(
      'refused notOfTheOrganisation',
    );
    expect(await refusalOf(removeNeed(deps, officer, { ...at, reason: 'Non.' }))).to.equal(
      'invalid reason:tooShort',
    );
    await removeNeed(deps, officer, { ...at, reason });
    await service.work();
    const told = service.letters.filter(({ kind }) => kind === 'needRemoved');
    expect(told.map(({ to }) => to)).to.have.members([body.owner.email, body.editor.email]);
    expect(told[0]?.text).to.include(reason).and.include('/fr/report');
  });

  it('goes with its organisation', async () => {
    const { deps } = service;
    const gone = await bodyOf(service, 'gone');
    const { organisationId, owner } = gone;
    const need = await publishedNeed(deps, gone);
    await eraseOrganisation(deps, owner, { organisationId, typed: 'Spécimen gone' });
    const { title, text, quantity, place, state } = await needNow(deps, need.id);
    expect([title, text, quantity, place, state]).to.deep.equal(['', '', '', '', 'withdrawn']);
  });

  it('is read in pages where one organisation has ten thousand, and no more are taken', async () => {
    const { deps, connection } = service;
    const flood = await bodyOf(service, 'flood');
    const { id } = await publishedNeed(deps, flood);
    const needs = connection.collection<{ _id: string }>('needs');
    const row = await needs.findOne({ _id: id });
    await needs.insertMany(Array.from({ length: 10_000 }, (_, n) => ({ ...row, _id: `Z${n}` })));
    expect(await refusalOf(publishedNeed(deps, flood, { title: 'Encore un' }))).to.equal(
      'refused tooManyNeeds',
    );
    expect((await listExchanges(deps, flood.owner, flood.organisationId)).needs.length).to.equal(100);
    expect((await listNeeds(deps)).needs.length).to.equal(20);
  });
});
