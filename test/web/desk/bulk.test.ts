// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { conveneSession } from '../../../src/commands/committee/session/moveSession.ts';
import { planSession } from '../../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { planBulkAct } from '../../../src/commands/desk/bulk/planBulkAct.ts';
import { startBulkAct, workBulkActs } from '../../../src/commands/desk/bulk/workBulkAct.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('an act on many files', () => {
  let web: WebWithCast;
  let officer: Person;
  const waiting: string[] = [];
  let screened: string;

  before(async () => {
    web = await webWithCast('bulk');
    officer = web.cast.officer;
    for (let n = 0; n < 5; n += 1) waiting.push(await ask(await web.submittedFile()));
    screened = await web.submittedFile();
    await web.work();
  });
  after(() => web.stop());

  const ask = async (applicationId: string) => {
    const { revision } = await currentApplication(web.deps, applicationId);
    const items = [{ place: null, question: 'Depuis quand ?' }];
    await requestInformation(web.deps, officer, { applicationId, revision, items });
    return applicationId;
  };
  const browserOf = (person = officer) => web.browserOf(person);
  /** What the page of an act says of each line, by the number of its file. */
  const linesOf = async (href: string) => {
    const root = parse((await (await browserOf()).get(href)).text);
    const rows = root.querySelectorAll('tbody tr');
    return Object.fromEntries(
      rows.map((row) => [
        row.querySelector('th .small')?.textContent,
        row.querySelector('td .pill')?.textContent,
      ]),
    );
  };
  const plan = async (fields: Readonly<Record<string, string>> = {}) => {
    const sent = { act: 'remind', ...fields };
    const answer = await (await browserOf()).post('/fr/lists/files/act', sent, '/fr/lists/files');
    expect(answer.status).to.equal(303);
    return String(answer.headers.location);
  };
  const reminders = () => web.letters.filter(({ kind }) => kind === 'answerDue').length;

  it('shows first what it will do to each, and does nothing', async () => {
    const href = await plan();
    expect(await linesOf(href)).to.deep.equal({
      ...Object.fromEntries(waiting.map((id) => [id, 'À traiter'])),
      [screened]: 'Laissé de côté',
    });
    const { text } = await (await browserOf()).get(href);
    expect(text).to.include(`Rien n’est encore fait. Il s’agit de ${waiting.length} dossiers.`);
    await workBulkActs(web.deps);
    await web.work();
    expect(reminders()).to.equal(0);
    const { status } = await (await browserOf(web.cast.rapporteur)).get(href);
    expect(status, 'is nobody else’s').to.equal(404);
  });

  it('leads back to the list of its own kind, as it was seen last, and to no other', async () => {
    const href = await plan();
    const browser = await browserOf();
    for (const [seen, back] of [
      ['/fr/lists/labels?q=miel', '/fr/lists/files'],
      ['/fr/lists/files?state=screening', '/fr/lists/files?state=screening'],
    ] as const) {
      await browser.get(seen);
      const link = parse((await browser.get(href)).text).querySelector('p.no-print a[href^="/fr/lists/"]');
      expect(link?.getAttribute('href'), seen).to.equal(back);
    }
  });

  it('shows the letter of each reminder as it will go', async () => {
    const href = await plan();
    const letterOf = async (path: string) => {
      const root = parse((await (await browserOf()).get(path)).text);
      return {
        text: root.querySelector('#letter pre')?.textContent ?? '',
        links: root.querySelectorAll('tbody td a').map((link) => link.getAttribute('href') ?? ''),
      };
    };
    const { text: first, links } = await letterOf(href);
    const texts = [first];
    for (const link of links) texts.push((await letterOf(link)).text);
    expect(texts[0], 'begins with the first').to.equal(texts[1]);
    for (const id of waiting) expect(texts.slice(1).filter((text) => text.includes(id))).to.have.lengthOf(1);
    await web.work();
    expect(reminders()).to.equal(0);
  });

  it('is about what was ticked, or what was searched for', async () => {
    const [one = '', other = ''] = waiting;
    expect(Object.keys(await linesOf(await plan({ [`pick-files/${one}`]: 'yes', q: other })))).to.deep.equal([
      one,
    ]);
    expect(Object.keys(await linesOf(await plan({ q: other })))).to.deep.equal([other]);
  });

  it('says what became of each line, done once, of those that changed, went or are barred meanwhile', async () => {
    const href = await plan();
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = waiting;
    const { organisationId } = (await currentApplication(web.deps, second)).context;
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(web.deps, officer, { ...tie, personId: officer.id, organisationId });
    const rows = web.connection.collection<{ _id: string }>('deskRows');
    await rows.updateOne({ _id: `files/${third}` }, { $set: { state: 'screening' } });
    await rows.deleteOne({ _id: `files/${fifth}` });
    for (const path of [`${href}/start`, `${href}/start`])
      expect((await (await browserOf()).post(path, {}, '/fr/lists/files')).status).to.equal(303);
    await workBulkActs(web.deps);
    await web.work();
    const lines = await linesOf(href);
    expect(lines).to.deep.equal({
      [first]: 'Traité',
      [third]: 'A changé entre-temps',
      [fourth]: 'Traité',
      [fifth]: 'N’est plus visible',
      [screened]: 'Laissé de côté',
    });
    expect(lines, 'a barred file is not shown').to.not.have.property(second);
    expect(reminders()).to.equal(2);
    // Where to see what became of each letter.
    expect((await (await browserOf()).get(href)).text).to.include('/fr/mail?fact=application.answerDueSoon');
    const again = await plan({ [`pick-files/${first}`]: 'yes' });
    await (await browserOf()).post(`${again}/start`, {}, '/fr/lists/files');
    await web.work();
    expect(await linesOf(again)).to.deep.equal({ [first]: 'Refusé' });
    expect(reminders(), 'once a day').to.equal(2);
  });

  it('goes on after a break, and repeats no line that somebody was at', async () => {
    const files = [await ask(await web.submittedFile()), await ask(await web.submittedFile())] as const;
    const input = { kind: 'files', act: 'remind', asked: [], sort: 'name' } as const;
    const act = await planBulkAct(web.deps, officer, {
      ...input,
      picked: [`files/${files[0]}`, `files/${files[1]}`],
    });
    await startBulkAct(web.deps, officer, { act, count: 0 });
    const at = new Date(web.deps.clock.now().getTime() - 3_600_000).toISOString();
    const taken = await web.deps.store.takeBulkLine(act, at);
    const before = reminders();
    expect(await workBulkActs(web.deps)).to.equal(1);
    await web.work();
    expect(reminders()).to.equal(before + 1);
    const states = (await web.deps.store.bulkLines(act, { limit: 5 })).map(({ id, state }) => [id, state]);
    expect(Object.fromEntries(states)[taken?.id ?? '']).to.equal('unsure');
    expect((await web.deps.store.bulkAct(act))?.state).to.equal('done');
  });

  it('hands files over to an officer who may have them, and says which one may not', async () => {
    const colleague = await web.person('colleague', 'officer');
    const [free, also, theirs] = [
      await web.submittedFile(),
      await web.submittedFile(),
      await web.submittedFile(),
    ];
    const { organisationId } = (await currentApplication(web.deps, theirs)).context;
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(web.deps, colleague, { ...tie, personId: colleague.id, organisationId });
    const ticked = Object.fromEntries([free, also, theirs].map((id) => [`pick-files/${id}`, 'yes']));
    const fields = { act: 'handOver', to: colleague.id, note: 'Pendant mes vacances.', ...ticked };
    const href = await plan(fields);
    const waits = { [free]: 'À traiter', [also]: 'À traiter', [theirs]: 'À traiter' };
    expect(await linesOf(href)).to.deep.equal(waits);
    for (const path of [`${href}/start`, `${href}/start`])
      await (await browserOf()).post(path, {}, '/fr/lists/files');
    await workBulkActs(web.deps);
    expect(await linesOf(href)).to.deep.equal({ [free]: 'Traité', [also]: 'Traité', [theirs]: 'Refusé' });
    await web.work();
    const [told, ...others] = web.letters.filter(({ kind }) => kind === 'handedOver');
    expect([told?.to, others], 'one letter for all').to.deep.equal([colleague.email, []]);
    for (const said of [fields.note, `/fr/files/${free}`, `/fr/files/${also}`])
      expect(told?.text).to.include(said);
    expect(told?.text).to.not.include(theirs);
    expect((await web.deps.store.deskRow(`files/${free}`))?.owner).to.equal(colleague.id);
    const root = parse(
      (await (await browserOf()).get(`/fr/lists/files?q=responsable%3A${colleague.name.slice(0, 4)}`)).text,
    );
    expect(root.querySelectorAll('tbody th a').map((link) => link.getAttribute('href'))).to.include(
      `/fr/files/${free}`,
    );
    expect(await linesOf(await plan(fields)), 'has it already').to.include({ [free]: 'Laissé de côté' });
    const { to: _, ...toNobody } = fields;
    const nobody = await (await browserOf()).post('/fr/lists/files/act', toNobody, '/fr/lists/files');
    expect(nobody.status).to.equal(422);
    const again = parse(nobody.text);
    const kept = again.querySelectorAll('tbody input[checked]').map((box) => box.getAttribute('name'));
    expect(kept, 'ticked').to.have.members(Object.keys(ticked));
    expect(again.querySelector('[name=note]')?.getAttribute('value')).to.equal(fields.note);
    expect(again.querySelector('.govuk-error-summary a')?.getAttribute('href')).to.equal('#to');
  });

  it('puts files on the agenda of a planned session, those that wait for it and are on none yet', async () => {
    const [one, other] = [await web.fileInDeliberation(), await web.fileInDeliberation()];
    const plannedFor = '2027-03-01T09:00:00.000Z';
    const session = await planSession(web.deps, officer, { plannedFor, place: 'Genève', agenda: [one] });
    const picks = [one, other, screened].map((id) => [`pick-files/${id}`, 'yes']);
    const fields = { act: 'putOnAgenda', session, ...Object.fromEntries(picks) };
    const href = await plan(fields);
    const left = { [one]: 'Laissé de côté', [screened]: 'Laissé de côté' };
    expect(await linesOf(href)).to.deep.equal({ ...left, [other]: 'À traiter' });
    const again = await plan(fields);
    for (const path of [href, again]) await (await browserOf()).post(`${path}/start`, {}, '/fr/lists/files');
    expect(await linesOf(href)).to.deep.equal({ ...left, [other]: 'Traité' });
    expect(await linesOf(again)).to.deep.equal({ ...left, [other]: 'Refusé' });
    const planned = requireVisible(await web.deps.store.session(session));
    expect(planned.context.agenda).to.deep.equal([one, other]);
    expect(planned).to.deep.include({ place: 'Genève', state: 'planned' });
    await conveneSession(web.deps, officer, { sessionId: session, revision: planned.revision });
    const late = await (await browserOf()).post('/fr/lists/files/act', fields, '/fr/lists/files');
    expect(late.status, 'its members were invited to it').to.equal(422);
  });

  it('stands below a list that marks what is late', async () => {
    const late = async () =>
      (await (await browserOf()).get('/fr/lists/files?state=informationRequested')).text;
    expect(await late()).to.not.include('pill--coral');
    web.setClock('2027-06-01T08:00:00.000Z');
    expect(await late()).to.include('<span class="pill pill--coral">Délai passé</span>');
  });

  it('is refused without files, with a search that is not understood, and to others', async () => {
    const input = { kind: 'files', act: 'remind', sort: 'name', picked: [] } as const;
    const none = { op: 'exact', text: 'introuvable' } as const;
    expect(await refusalOf(planBulkAct(web.deps, officer, { ...input, asked: [none] }))).to.equal(
      'refused noRows',
    );
    const faults = [{ code: 'noOperator', piece: 'etpae' }] as const;
    expect(await refusalOf(planBulkAct(web.deps, officer, { ...input, asked: [], faults }))).to.equal(
      'refused searchUnclear',
    );
    expect(await refusalOf(planBulkAct(web.deps, web.cast.owner, { ...input, asked: [] }))).to.equal(
      'forbidden',
    );
  });
});
