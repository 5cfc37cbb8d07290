import { expect } from 'chai';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { dayOf } from '../../../src/register/day.ts';
import { appealReason, panelOf } from '../appealSteps.ts';
import { type IssuedLabel, issueLabel } from '../issueLabel.ts';
import { labelNow } from '../labelSteps.ts';
import { json, row } from '../publicForms/data.ts';
import { badge, credential } from '../publicForms/issued.ts';
import { labelPage } from '../publicForms/pages.ts';
import { faultsOf } from '../publicForms/said.ts';
import { shownOf } from '../publicForms/shown.ts';
import { taskOf } from '../surveillanceSteps.ts';
import type { WebWithCast } from '../webWithCast.ts';
import type { Walk } from './walk.ts';

const reason = 'Le macaron figure sur des produits qui ne portent pas le label, photos à l’appui.';
const grounds = { code: 'misuse', reason, todo: 'Enlever le macaron de ces produits.' };
const answer = 'Les macarons sont enlevés : voir la photo de la vitrine.';

/** What happens to labels that may not go on as they are, page by page: the same story over HTTP and in a real browser. */
export function labelProceedings(opened: () => { readonly web: WebWithCast; readonly walk: Walk }): void {
  let web: WebWithCast;
  let walk: Walk;
  let officer: Person;
  let panel: [Person, Person, Person];
  let first: IssuedLabel;
  let second: IssuedLabel;
  before(async () => {
    ({ web, walk } = opened());
    ({ officer } = web.cast);
    web.setClock('2026-12-01T09:00:00.000Z');
    panel = await panelOf(web);
    first = await issueLabel(web, web.cast, 'first');
    second = await issueLabel(web, web.cast, 'second');
  });
  beforeEach(() => {
    web.letters.length = 0;
  });
  afterEach(() => expect(web.logged.splice(0), 'nothing here is an error of ours').to.deep.equal([]));

  const own = ({ organisationId, number }: IssuedLabel, page = '') =>
    `/organisations/${organisationId}/labels/${number}${page}`;
  const desk = ({ applicationId }: IssuedLabel) => `/files/${applicationId}/label/sanctions`;
  /** What everybody reads of it on every kind of public form, once the workers did their part. */
  const publicly = async (holder: IssuedLabel, word: string) => {
    await web.work();
    await walk.sees(`/labels/${holder.number}`, word);
    const { label } = await labelNow(web, holder.number);
    const shown = requireVisible(shownOf(label, dayOf(web.deps.clock.now().toISOString())));
    const visitor = await web.browser();
    const forms = [labelPage('fr'), json, row, badge, credential];
    expect(await faultsOf(forms, { web, visitor, label, shown })).to.deep.equal([]);
  };
  /** Every letter to the holder since the test began, in its order: one for each thing that happened. */
  const told = async ({ owner, number }: IssuedLabel) => {
    await web.work();
    const theirs = web.letters.filter(({ to, kind }) => to === owner.email && kind !== 'signInCode');
    return theirs.map(({ subject }) => subject.replace(number, 'N').replaceAll(/[\u00a0\u202f]/g, ' '));
  };
  const answered = async (holder: IssuedLabel, file: string) => {
    const page = own(holder, '/hearing');
    await walk.does(holder.owner, page, '/documents', { file });
    expect(await walk.does(holder.owner, page, '/hearing', { answer })) //
      .to.include('Votre réponse est enregistrée')
      .and.include(file);
  };
  /** The committee meets on the withdrawal of a label, votes alike and concludes; its minutes are signed. */
  const meets = async (
    { applicationId }: IssuedLabel,
    choice: string,
    conclusion: Record<string, string>,
  ) => {
    const [chair, member, third] = web.cast.committee;
    const day = dayOf(web.deps.clock.now().toISOString());
    await walk.does(officer, '/sessions', '/sessions', { day, time: '18:30', place: 'Ici' });
    const sessions = await web.deps.store.sessionsOn(applicationId);
    const room = `/sessions/${requireVisible(sessions.find(({ state }) => state === 'planned')).id}`;
    await walk.does(officer, room, '/convene');
    const seats = web.cast.committee.map(({ id }) => [`present.${id}`, 'yes']);
    await walk.does(chair, room, '/open', Object.fromEntries(seats));
    const table = `/committee/${applicationId}/withdrawal`;
    for (const one of [member, third, chair]) await walk.does(one, table, '/vote', { choice, word: 'Vu.' });
    await walk.does(chair, table, '/conclude', { reason, ...conclusion });
    await walk.does(chair, room, '/close');
    await walk.does(chair, room, '/sign');
    return walk.does(member, room, '/sign');
  };

  it('a suspension is proposed, answered with a document, and seen by everyone once it is decided', async () => {
    await walk.does(officer, desk(first), '/propose', grounds);
    expect(await walk.reads(first.owner, own(first))).to.include('Répondre');
    await publicly(first, 'Label valable');
    await answered(first, 'vitrine.txt');
    expect(await walk.reads(officer, '/follow-up')).to.include(first.number);
    expect(await walk.reads(officer, desk(first)))
      .to.include(answer)
      .and.include('vitrine.txt');
    await walk.does(officer, desk(first), '/suspend', { until: '2027-01-31', how: 'heard' });
    await publicly(first, 'Label suspendu');
    expect(await walk.reads(first.owner, own(first, '/hearing'))) //
      .to.include(grounds.todo)
      .and.include('31 janvier 2027')
      .and.include('faire recours');
    expect(await told(first)).to.deep.equal([
      'Label N : une suspension est proposée',
      'Votre label N est suspendu',
      'Label N : à enlever jusqu’au 31 décembre 2026',
    ]);
  });

  it('it is appealed, holds meanwhile by a stay, and is lifted for good by three people without a part', async () => {
    const page = own(first, '/appeal');
    await walk.does(first.owner, page, '/appeal', { ground: 'evidence', grounds: appealReason });
    const [appeal] = await web.deps.store.appealsOf(first.applicationId);
    const table = `/appeals/${appeal?.id}`;
    await walk.does(panel[0], table, '/admission', { admission: 'admit', reason: appealReason });
    const seats = panel.map(({ id }) => [`panel.${id}`, 'yes']);
    await walk.does(officer, table, '/panel', { chair: panel[0].id, ...Object.fromEntries(seats) });
    for (const one of panel.slice(1)) await walk.does(one, table, '/stay', { stayReason: appealReason });
    await publicly(first, 'Label valable');
    for (const one of panel) await walk.does(one, table, '/vote', { vote: 'uphold' });
    await walk.does(panel[0], table, '/settle', { reason: appealReason });
    await publicly(first, 'Label valable');
    expect(await walk.reads(first.owner, page)).to.include(appealReason);
    expect(await told(first)).to.deep.equal([
      'Votre recours est recevable, label N',
      'La commission de recours est formée, label N',
      'La décision est sans effet, label N',
      'Votre recours est admis, label N',
    ]);
  });

  it('an urgent suspension comes first and its hearing after; it ends by a check that the holder reads', async () => {
    const urgent = { suspendCode: 'misuse', suspendReason: reason, suspendTodo: grounds.todo };
    await walk.does(officer, desk(first), '/suspend', { ...urgent, until: '2027-01-31', how: 'urgent' });
    await publicly(first, 'Label suspendu');
    await answered(first, 'atelier.txt');
    await walk.does(officer, desk(first), '/confirm', { confirmReason: reason });
    await walk.does(officer, desk(first), '/restore', { checked: 'Atelier visité le 15 décembre.' });
    await publicly(first, 'Label valable');
    expect(await walk.reads(first.owner, own(first, '/hearing'))).to.include('Atelier visité');
    expect(await told(first)).to.deep.equal([
      'Votre label N est suspendu d’urgence',
      'Label N : à enlever jusqu’au 31 décembre 2026',
      'Label N : la suspension est confirmée',
      'Votre label N est de nouveau valable',
    ]);
  });

  it('a withdrawal is proposed, heard, voted on and not wanted by the committee, which a letter tells', async () => {
    const proposal = { withdrawalCode: 'misuse', withdrawalReason: reason };
    await walk.does(officer, desk(first), '/withdrawal', proposal);
    await answered(first, 'stock.txt');
    expect(await meets(first, 'against', { outcome: 'kept' })).to.include('Label maintenu');
    await publicly(first, 'Label valable');
    expect(await walk.reads(first.owner, own(first, '/hearing'))).to.include('Lettre de décision');
    expect(await told(first)).to.deep.equal([
      'Label N : un retrait est proposé au comité',
      'Label N : le comité maintient votre label',
    ]);
  });

  it('a label is withdrawn in session, and its holder appeals', async () => {
    const proposal = { withdrawalCode: 'misuse', withdrawalReason: reason };
    await walk.does(officer, desk(first), '/withdrawal', proposal);
    await answered(first, 'encore.txt');
    expect(await meets(first, 'for', { outcome: 'withdrawn' })).to.include('Label retiré');
    await publicly(first, 'Label retiré');
    const said = { against: 'withdrawal', ground: 'evidence', grounds: appealReason };
    expect(await walk.does(first.owner, own(first, '/appeal'), '/appeal', said)).to.include('retrait');
    expect(await told(first)).to.deep.equal([
      'Label N : un retrait est proposé au comité',
      'Votre label N est retiré',
      'Label N : à enlever jusqu’au 31 décembre 2026',
    ]);
  });

  it('a label is given back on a day, taken back, given back for good and ended by the clock', async () => {
    const page = own(second, '/notice');
    const notice = { on: '2027-01-15', reason: 'Nous fermons l’atelier.' };
    await walk.does(second.owner, page, '/give', notice);
    await walk.does(second.owner, page, '/take-back');
    await walk.does(second.owner, page, '/give', notice);
    await publicly(second, 'Label valable');
    web.setClock('2027-01-16T07:00:00.000Z');
    await expireDeadlines(web.deps, web.deps.clock.now());
    await publicly(second, 'Label résilié');
    expect(await told(second)).to.deep.equal([
      'Label N : sa fin est annoncée',
      'Label N : vous le gardez',
      'Label N : sa fin est annoncée',
      'Votre label N a pris fin',
      'Label N : à enlever jusqu’au 15 février 2027',
    ]);
  });

  it('the mark leaves the holder’s media by a day, which they say and an officer checks', async () => {
    const { id } = await taskOf(web.deps, second.number, 'markRemoval');
    const page = own(second, `/declaration/${id}`);
    expect(await walk.reads(second.owner, own(second))).to.include('Dire que le label n’est plus montré');
    const gone = { text: 'Vitrine, site et étiquettes.', name: 'Spécimen Présidence', role: 'présidente' };
    await walk.does(second.owner, page, id, gone);
    await web.work();
    const check = `/files/${second.applicationId}/label/surveillance/${id}`;
    expect(await walk.reads(officer, '/follow-up')).to.include(second.number);
    await walk.does(officer, check, '/confirm', { reason: 'Vitrine vue le 20 janvier, site contrôlé.' });
    expect(await told(second)).to.deep.equal(['Label N : Fin d’usage du label, en ordre']);
  });
}
