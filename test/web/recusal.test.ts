import { expect } from 'chai';
import type supertest from 'supertest';
import { announceDecision } from '../../src/commands/decision/announceDecision.ts';
import { decideApplication } from '../../src/commands/decision/decideApplication.ts';
import { recommendApplication } from '../../src/commands/decision/recommendApplication.ts';
import { addEvidence } from '../../src/commands/evidence/addEvidence.ts';
import { found } from '../../src/commands/found.ts';
import type { Person, StaffRole } from '../../src/commands/items.ts';
import { signMinutes } from '../../src/commands/session/approveMinutes.ts';
import { castVote } from '../../src/commands/session/castVote.ts';
import { minutesOf } from '../../src/commands/session/minutesOf.ts';
import { closeSession } from '../../src/commands/session/moveSession.ts';
import { recuseMember } from '../../src/commands/session/recuseMember.ts';
import { declareTie } from '../../src/commands/ties/declareTie.ts';
import { privateRoutes } from '../../src/web/privateRoutes.ts';
import { createI18n } from '../../src/words/i18n.ts';
import { wordsOf } from '../issuing/readPdf.ts';
import { changed } from '../support/changed.ts';
import { openedSession, sessionAt } from '../support/session.ts';
import { type StaffWeb, staffWeb } from '../support/staffWeb.ts';
import { deliver, now } from '../support/straightWay.ts';
import type { Browser } from '../support/web.ts';

/** How one can be recused from a file. */
const kinds = ['tie', 'evaluation', 'recommendation', 'screening', 'word', 'chair'] as const;
type Kind = (typeof kinds)[number];

/** Recusals that follow from a tie or a word close the file in every part of the service; an earlier part, where the committee sits. */
const everywhere: readonly Kind[] = ['tie', 'word', 'chair'];
const sits = ['committee', 'sessions'];

const allRoles: readonly StaffRole[] = ['committee', 'officer', 'administrator', 'reviewer'];
const organisation = 'Coopérative dont personne ne doit lire le nom';
const secret = 'Motif que seuls les autres lisent.';

/**
 * Where no file is shown: signing in, the mailbox of a trial, one's own account; and one's own ties, with the organisations towards
 * which one can declare one.
 */
const elsewhere = /^\/fr\/(sign-in|sign-out|dev|unsubscribe|typed|ties|account\/(erase|passkeys))/;

describe('a file from which one is recused', () => {
  let web: StaffWeb;
  let id: string;
  let sessionId: string;
  let people: Readonly<Record<Kind | 'free', Person>>;
  let values: Readonly<Record<string, string>>;

  /** Every page behind a session with this file in its address, and the journal of the session. */
  const paths = (): readonly string[] => {
    const routes = privateRoutes({ deps: web.deps, i18n: createI18n() }).stack;
    const pages = routes
      .filter(({ methods }) => methods.includes('GET'))
      .map(({ path }) => String(path).replaceAll(/:(\w+)/g, (_, part: string) => values[part] ?? 'none'))
      .filter((path) => path.startsWith('/fr') && !elsewhere.test(path));
    return [...new Set(pages), `/fr/journal?stream=committeeSessions%2F${sessionId}`];
  };
  const browsers = new Map<string, Promise<Browser>>();
  const as = (person: Person) => {
    const browser = browsers.get(person.id) ?? web.browser(person);
    browsers.set(person.id, browser);
    return browser;
  };
  /** What a person reads at an address, as text, without the address itself: a page that is not there names it too. */
  const read = async (person: Person, path: string) => {
    const answer = await (await as(person)).get(path).buffer(true).parse(bytesOf);
    const bytes: Buffer = answer.body;
    const isPdf = bytes.subarray(0, 4).toString() === '%PDF';
    const text = isPdf ? wordsOf(bytes) : bytes.toString('utf8');
    return {
      status: answer.status,
      text: text.replaceAll(path.replace(/^\/fr/, '').split('?')[0] ?? '', ''),
    };
  };
  const tells = (text: string) => [id, organisation, secret].filter((word) => text.includes(word));
  const closedTo = (kind: Kind, path: string) =>
    everywhere.includes(kind) || sits.some((section) => path.startsWith(`/fr/${section}`));

  before(async () => {
    web = await staffWeb('recusal');
    const { deps, cast, connection } = web;
    const { id: file, reviewIds, reviewers } = await web.evaluation();
    id = file;
    for (const [i, person] of reviewers.entries()) await deliver(deps, person, reviewIds[i as 0 | 1]);
    await recommendApplication(deps, cast.rapporteur, {
      applicationId: id,
      revision: (await now(deps, id)).revision,
      draft: 'granted',
      reason: secret,
    });
    const { organisationId } = (await now(deps, id)).context;
    const owner = found((await deps.store.peopleOf(organisationId))[0]);
    const { document } = await addEvidence(deps, owner, {
      applicationId: id,
      name: 'library.txt',
      bytes: Buffer.from(secret),
    });
    const named = { $set: { 'content.organisation.name': organisation } };
    await connection.collection<{ _id: string }>('snapshots').updateOne({ _id: `${id}.1` }, named);
    await connection
      .collection<{ _id: string }>('organisations')
      .updateOne({ _id: organisationId }, { $set: { name: organisation } });
    const joined = async (person: Person) =>
      changed(deps, person, { roles: [...person.roles, 'committee'] as StaffRole[] });
    people = {
      free: await changed(deps, cast.committee[1], { roles: allRoles }),
      tie: await web.person('tied', ...allRoles),
      word: await web.person('says-so', ...allRoles),
      chair: await web.person('is-told', ...allRoles),
      evaluation: await joined(reviewers[0]),
      recommendation: await joined(cast.rapporteur),
      screening: await joined(cast.officer),
    };
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(deps, people.tie, { ...tie, personId: people.tie.id, organisationId });
    const [chair] = cast.committee;
    const room = [chair, ...cast.committee.slice(1), people.word, people.chair, people.evaluation] as const;
    sessionId = await openedSession(deps, { officer: cast.officer, committee: room }, id);
    for (const [by, person] of [
      [people.word, people.word],
      [chair, people.chair],
    ] as const)
      await recuseMember(deps, by, { applicationId: id, personId: person.id, reason: 'Un lien.' });
    for (const person of cast.committee)
      await castVote(deps, person, { applicationId: id, choice: 'for', reason: secret });
    values = {
      language: 'fr',
      applicationId: id,
      id,
      sessionId,
      organisationId,
      reviewId: reviewIds[1],
      document,
      n: '1',
      place: 'FIN-01',
      theme: 'FIN',
      personId: reviewers[1].id,
      offerId: found((await deps.store.snapshot(id, 1))?.content.offers[0]).id,
    };
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  /** What each recused person meets on some pages, `metByOthers` where who is free meets the file. Gives where that is. */
  const walk = async (only: (path: string) => boolean, metByOthers = false) => {
    const met: string[] = [];
    const free = new Set<string>();
    for (const path of paths().filter(only)) {
      if (tells((await read(people.free, path)).text).length > 0) free.add(path);
      if (metByOthers && !free.has(path)) continue;
      for (const kind of kinds.filter((one) => closedTo(one, path))) {
        const words = tells((await read(people[kind], path)).text);
        if (words.length > 0) met.push(`${kind} ${path}: ${words.join(', ')}`);
      }
    }
    expect(met).to.deep.equal([]);
    return free;
  };
  const everyPath = () => true;
  const whereTheySit = (path: string) => sits.some((section) => path.startsWith(`/fr/${section}`));

  it('is met on no page while the committee votes, and counted in no list', async () => {
    const free = await walk(everyPath);
    const session = `/fr/sessions/${sessionId}`;
    expect([...free], 'who is free meets it').to.include.members([
      '/fr/committee',
      `/fr/committee/${id}`,
      `/fr/files/${id}`,
      '/fr/journal',
      session,
    ]);
    for (const kind of kinds) {
      expect((await read(people[kind], '/fr/sessions')).text, kind).to.include('aucun dossier');
      expect((await read(people[kind], `/fr/committee/${id}`)).status, kind).to.equal(404);
      expect((await read(people[kind], `/fr/committee/${id}/certificate.pdf`)).status, kind).to.equal(404);
      expect((await read(people[kind], session)).status, 'the session itself is theirs too').to.equal(200);
    }
    expect((await read(people.free, '/fr/sessions')).text).to.include('1 dossier');
    for (const kind of everywhere) {
      const board = await read(people[kind], '/fr/board');
      const freeBoard = await read(people.free, '/fr/board');
      expect(board.text, `${kind} counts`).to.not.equal(freeBoard.text);
    }
  });

  it('takes nothing from them either', async () => {
    for (const kind of kinds) {
      const browser = await as(people[kind]);
      for (const verb of ['vote', 'recuse', 'chair', 'decide', 'defer']) {
        const answer = await browser.post(`/fr/committee/${id}/${verb}`, { revision: '1' }, '/fr/account');
        expect(answer.status, `${kind} ${verb}`).to.equal(404);
      }
    }
  });

  it('is left out of their minutes, but for that they were recused', async () => {
    const { deps, cast } = web;
    const [chair] = cast.committee;
    const { revision } = await now(deps, id);
    const decision = {
      applicationId: id,
      revision,
      outcome: 'granted',
      reason: secret,
      conditions: [],
    } as const;
    await decideApplication(deps, chair, decision);
    await closeSession(deps, chair, await sessionAt(deps, sessionId));
    const free = await walk(whereTheySit);
    const minutes = `/fr/sessions/${sessionId}/minutes.pdf`;
    expect([...free]).to.include.members([minutes, `/fr/sessions/${sessionId}`]);
    for (const kind of kinds) {
      const paper = await read(people[kind], minutes);
      expect(paper.status, kind).to.equal(200);
      expect(paper.text, kind)
        .to.include('laisse de côté les dossiers pour lesquels')
        .and.not.include('pour, 0');
    }
    expect((await read(people.free, minutes)).text).to.not.include('laisse de côté');
    // Who is recused signs what they may read; the file needs two who read it.
    const sign = async (person: Person) => {
      const { digest } = await minutesOf(deps, found(await deps.store.session(sessionId)));
      await signMinutes(deps, person, { ...(await sessionAt(deps, sessionId)), minutes: digest });
      return (await deps.store.session(sessionId))?.state;
    };
    expect(await sign(people.word)).to.equal('closed');
    expect(await sign(chair)).to.equal('closed');
    expect(await sign(people.free)).to.equal('minutesApproved');
  });

  it('stays closed to them once it is announced, in letters too', async () => {
    const { deps, cast } = web;
    await web.work();
    const before = web.letters.length;
    const { revision } = await now(deps, id);
    await announceDecision(deps, cast.officer, { applicationId: id, revision });
    await web.work();
    const free = await walk(everyPath, true);
    expect([...free]).to.include.members([`/fr/files/${id}`, '/fr/precedents']);
    const told = web.letters
      .slice(before)
      .filter(({ to }) => everywhere.some((kind) => people[kind].email === to));
    expect(told).to.deep.equal([]);
  });
});

/** The bytes as they came. */
const bytesOf: Parameters<supertest.Test['parse']>[0] = (response: supertest.Response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};
