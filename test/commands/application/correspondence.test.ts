// Tier: all. Budget: 11 s.
import { expect } from 'chai';
import {
  prepareAttachment,
  readAttachment,
} from '../../../src/commands/application/correspondence/attachments.ts';
import {
  openCorrespondence,
  settleCorrespondence,
  writeMessage,
} from '../../../src/commands/application/correspondence/writeMessage.ts';
import { eraseContent } from '../../../src/commands/application/lapseDrafts.ts';
import {
  listCorrespondence,
  viewCorrespondence,
} from '../../../src/commands/application/views/viewCorrespondence.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { followItem } from '../../../src/commands/desk/casework/followItem.ts';
import { handOver } from '../../../src/commands/desk/casework/handOver.ts';
import { messageLines } from '../../../src/commands/desk/digest/officerLines.ts';
import { viewOf } from '../../../src/commands/desk/viewOf.ts';
import type { Side } from '../../../src/commands/items/correspondence.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { listMine } from '../../../src/commands/people/views/listMine.ts';
import { carryOutRetention } from '../../../src/commands/privacy/carryOutRetention.ts';
import { exportOrganisation } from '../../../src/commands/privacy/views/exportOrganisation.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { sections } from '../../../src/policies/sections.ts';
import { stagesOnceSent } from '../../../src/policies/stages.ts';
import { currentApplication, filledDraft } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { refusalOf } from '../../support/refusal.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('messages on a file', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let draft: { readonly id: string; readonly owner: Person };
  let evaluated: Awaited<ReturnType<WebWithCast['fileInEvaluation']>>;
  before(async () => {
    web = await webWithCast('correspondence');
    holder = await issueLabel(web, web.cast, 'holder');
    draft = await filledDraft(web.deps, await web.person('drafts'));
    evaluated = await web.fileInEvaluation();
  });
  after(() => web.stop());

  /** What somebody is given to work with in the section of the pages of a side. */
  const depsFor = async (person: Person, side: Side) => {
    const section = requireVisible(sections[side === 'office' ? 'files' : 'applications']);
    return { ...web.deps, store: web.deps.store.seenBy(await viewOf(web.deps, section, person)) };
  };
  const open = async (by: Person, side: Side, applicationId: string, also: object = {}) =>
    openCorrespondence(await depsFor(by, side), by, {
      ...{ applicationId, subject: 'Le chiffre', text: 'Quel chiffre faut-il donner ?', attachments: [] },
      ...also,
    });
  const reply = async (
    by: Person,
    side: Side,
    applicationId: string,
    correspondenceId: string,
    also: object = {},
  ) =>
    writeMessage(await depsFor(by, side), by, {
      ...{ applicationId, correspondenceId, text: 'Celui de 2026.', attachments: [] },
      ...also,
    });
  const read = async (by: Person, side: Side, applicationId: string, correspondenceId: string) =>
    viewCorrespondence(await depsFor(by, side), by, { applicationId, correspondenceId, of: side });
  const ownerOf = async (applicationId: string) => {
    const { organisationId } = (await currentApplication(web.deps, applicationId)).context;
    return requireVisible((await web.deps.store.peopleOf(organisationId))[0]);
  };

  it('are read and written by the people of the file and the officers outside of it, in each of its states', async () => {
    const { cast, deps } = web;
    const { id } = evaluated;
    const owner = await ownerOf(id);
    const { organisationId } = owner.memberships[0] ?? { organisationId: '' };
    const member = async (name: string, role: 'editor' | 'reader', adviser?: true) =>
      updatePerson(deps, await web.person(name), {
        memberships: [{ organisationId, role, ...(adviser && { adviser }) }],
      });
    const tied = await web.person('tied', 'officer');
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(deps, tied, { ...tie, personId: tied.id, organisationId });
    const [both] = evaluated.reviewers;
    const reviewingOfficer = await updatePerson(deps, both, { roles: ['reviewer', 'officer'] });
    const [chair, first] = cast.committee;
    // Who, on the pages of which side, reads and writes.
    const table: readonly (readonly [string, Person, Side, boolean, string])[] = [
      ['owner', owner, 'applicant', true, 'taken'],
      ['editor', await member('edits', 'editor'), 'applicant', true, 'taken'],
      ['adviser', await member('advises', 'editor', true), 'applicant', true, 'taken'],
      ['reader', await member('reads', 'reader'), 'applicant', true, 'refused byEditor'],
      ['owner at the desk', owner, 'office', false, 'notFound'],
      ['officer', cast.officer, 'office', true, 'taken'],
      ['officer who recommends', cast.rapporteur, 'office', true, 'taken'],
      ['officer as applicant', cast.officer, 'applicant', false, 'notFound'],
      ['officer with a tie', tied, 'office', false, 'notFound'],
      ['officer who reviews it', reviewingOfficer, 'office', false, 'notFound'],
      ['reviewer of it', evaluated.reviewers[1], 'office', false, 'notFound'],
      ['reviewer of others', cast.reviewers[0], 'office', false, 'notFound'],
      ['chair', chair, 'office', false, 'notFound'],
      ['member', first, 'office', false, 'notFound'],
      ['holder of another label', holder.owner, 'applicant', false, 'notFound'],
      ['administrator', await web.person('admin', 'administrator'), 'office', false, 'notFound'],
    ];
    const correspondenceId = await open(owner, 'applicant', id);
    const files = web.connection.collection<{ _id: string }>('applications');
    const { state: before } = await currentApplication(deps, id);
    for (const state of stagesOnceSent) {
      await files.updateOne({ _id: id }, { $set: { state } });
      for (const [who, person, side, reads, writes] of table) {
        const says = `${who} in ${state}`;
        const list = async () =>
          listCorrespondence(await depsFor(person, side), person, { applicationId: id, of: side });
        expect((await refusalOf(list())) === 'taken', says).to.equal(reads);
        const text = `${says}.`;
        expect(await refusalOf(reply(person, side, id, correspondenceId, { text })), says).to.equal(writes);
      }
    }
    await files.updateOne({ _id: id }, { $set: { state: before } });
    const labels = web.connection.collection<{ _id: string }>('labels');
    const kept = await deps.store.label(holder.number);
    for (const state of ['active', 'suspended', 'withdrawalPending', 'withdrawn', 'terminated', 'expired']) {
      await labels.updateOne({ _id: holder.number }, { $set: { state } });
      const onLabel = await open(holder.owner, 'applicant', holder.applicationId, { subject: state });
      await reply(cast.officer, 'office', holder.applicationId, onLabel);
      expect(await refusalOf(reply(owner, 'applicant', holder.applicationId, onLabel))).to.equal('notFound');
      expect(await refusalOf(reply(tied, 'office', id, onLabel)), state).to.equal('notFound');
    }
    await labels.updateOne({ _id: holder.number }, { $set: { state: kept?.state } });
    // A subject is read on its own file alone.
    expect(await refusalOf(read(cast.officer, 'office', holder.applicationId, correspondenceId))).to.equal(
      'notFound',
    );
  });

  it('begin on a draft by its people; the office knows of it from then on, and votes on nothing where it writes', async () => {
    const { cast } = web;
    expect(await refusalOf(open(cast.officer, 'office', draft.id))).to.equal('notFound');
    const id = await open(draft.owner, 'applicant', draft.id);
    const seen = await read(cast.officer, 'office', draft.id, id);
    expect(seen.application).to.deep.include({ id: draft.id, isSent: false });
    expect(seen.subject.messages.map(({ name }) => name)).to.deep.equal([draft.owner.name]);
    await reply(cast.officer, 'office', draft.id, id);
    const answered = await read(draft.owner, 'applicant', draft.id, id);
    // The organisation reads the office as one.
    expect(answered.subject.messages.at(-1)).to.deep.include({ side: 'office', name: '' });
    const file = await web.fileInDeliberation();
    const votes = await updatePerson(web.deps, await web.person('votes', 'officer', 'committee'), {});
    await web.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: file }, { $set: { 'context.deciders': [votes.id] } });
    expect(await refusalOf(open(votes, 'office', file))).to.equal('refused didNotDecide');
  });

  it('bring their text by letter to the other side alone, and say how to answer', async () => {
    const { cast, letters } = web;
    await web.work();
    letters.length = 0;
    const id = await open(draft.owner, 'applicant', draft.id, { subject: 'Par lettre', text: 'Une\n\nDeux' });
    await web.work();
    const toOffice = letters.filter(({ kind }) => kind === 'applicantMessage');
    const { email } = cast.officer;
    expect(toOffice.map(({ to }) => to))
      .to.include(email)
      .and.not.include(draft.owner.email);
    const [letter] = toOffice.filter(({ to }) => to === email);
    expect(letter?.text).to.include('> Une\n>\n> Deux').and.include(`/files/${draft.id}/messages/${id}`);
    expect(letter?.text).to.include('réponse directe à cet e-mail n’arrive pas');
    letters.length = 0;
    await reply(cast.officer, 'office', draft.id, id);
    await web.work();
    const told = letters.filter(({ kind }) => kind === 'officeMessage' || kind === 'applicantMessage');
    expect(told.map(({ to, kind }) => [to, kind])).to.deep.equal([[draft.owner.email, 'officeMessage']]);
    expect(told[0]?.text).to.include('> Celui de 2026.').and.include('n’arrête aucun délai');
    const records = await web.deps.store.records(`correspondence/${id}`);
    expect(records.map(({ facts }) => facts[0])).to.deep.equal([
      'correspondence.opened',
      'correspondence.written',
    ]);
    expect(JSON.stringify(records)).not.to.include('Deux').and.not.include('Par lettre');
  });

  it('come to whoever has the file and to who follows it alone, once somebody has it', async () => {
    const { cast, deps, letters } = web;
    const { applicationId, owner } = holder;
    const item = `files/${applicationId}` as const;
    await handOver(deps, cast.officer, { item, to: cast.officer.id, note: '' });
    await web.person('has-nothing-to-do-with-it', 'officer');
    const follower = await web.person('follows', 'officer');
    await followItem(deps, follower, { item });
    await web.work();
    letters.length = 0;
    await open(owner, 'applicant', applicationId, { subject: 'À qui ?' });
    await web.work();
    const told = letters.filter(({ kind }) => kind === 'applicantMessage');
    expect(told.map(({ to }) => to)).to.have.members([cast.officer.email, follower.email]);
  });

  it('are one where a form is sent twice, also at the same time', async () => {
    const { owner, id } = draft;
    const once = '01HZX0000000000000000000AB';
    const subject = 'Deux fois';
    const all = await Promise.all([1, 2, 3].map(() => open(owner, 'applicant', id, { subject, once })));
    expect(new Set(all).size).to.equal(1);
    const [opened = ''] = all;
    await Promise.all([1, 2, 3].map(() => reply(owner, 'applicant', id, opened, { once, text: 'Encore ?' })));
    await Promise.all(['a', 'b', 'c'].map((text) => reply(owner, 'applicant', id, opened, { text })));
    const texts = (await read(owner, 'applicant', id, opened)).subject.messages.map(({ text }) => text);
    expect(texts.slice(0, 2)).to.deep.equal(['Quel chiffre faut-il donner ?', 'Encore ?']);
    expect(texts.slice(2)).to.have.members(['a', 'b', 'c']);
  });

  it('wait for the other side since the first one, until it answers or an officer settles them', async () => {
    const { cast, deps } = web;
    const { owner, id } = draft;
    const opened = await open(owner, 'applicant', id, { subject: 'Sans réponse' });
    const { awaitsSince } = (await read(owner, 'applicant', id, opened)).subject;
    await reply(owner, 'applicant', id, opened);
    const line = async () =>
      (await messageLines(await depsFor(cast.officer, 'office'))).find(({ path }) => path.endsWith(opened));
    const mine = async () =>
      (await listMine(deps, owner)).flatMap(({ unanswered }) => unanswered).find((one) => one.id === opened);
    expect(await line()).to.deep.include({ dueOn: awaitsSince?.slice(0, 10), since: true });
    expect(await mine()).to.equal(undefined);
    const tied = await web.person('tied-to-draft', 'officer');
    const { organisationId } = (await currentApplication(deps, id)).context;
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(deps, tied, { ...tie, personId: tied.id, organisationId });
    const seen = await messageLines(await depsFor(tied, 'office'));
    expect(seen.filter(({ path }) => path.includes(id))).to.deep.equal([]);
    await reply(cast.officer, 'office', id, opened);
    expect([await line(), (await mine())?.subject]).to.deep.equal([undefined, 'Sans réponse']);
    const at = { applicationId: id, correspondenceId: opened };
    const settle = async (by: Person, side: Side) => settleCorrespondence(await depsFor(by, side), by, at);
    expect(await refusalOf(settle(owner, 'applicant'))).to.equal('notFound');
    await settle(cast.officer, 'office');
    await settle(cast.officer, 'office');
    expect([await line(), await mine()]).to.deep.equal([undefined, undefined]);
    await reply(owner, 'applicant', id, opened, { text: 'Une chose encore.' });
    expect(await line()).not.to.equal(undefined);
  });

  it('bring files that were brought before, of their writer alone, each once', async () => {
    const { cast, deps } = web;
    const { owner, id } = draft;
    const bring = async (by: Person, side: Side, n: number) =>
      prepareAttachment(await depsFor(by, side), by, {
        ...{ applicationId: id, name: `note-${n}.txt`, bytes: Buffer.from(`Note ${n} de ${side}`) },
      });
    for (const n of [1, 2, 3, 4, 5]) await bring(owner, 'applicant', n);
    expect(await refusalOf(bring(owner, 'applicant', 6))).to.equal('invalid file:attachmentsFull');
    await bring(cast.officer, 'office', 1);
    const ready = async (by: Person, side: Side) =>
      (await listCorrespondence(await depsFor(by, side), by, { applicationId: id, of: side })).prepared.map(
        (one) => one.id,
      );
    const [own, office] = [await ready(owner, 'applicant'), await ready(cast.officer, 'office')];
    expect([own.length, office.length]).to.deep.equal([5, 1]);
    const stolen = open(owner, 'applicant', id, { subject: 'Vol', attachments: office });
    expect(await refusalOf(stolen)).to.equal('invalid file:attachmentGone');
    const sent = { subject: 'Avec cinq', attachments: own, once: '01HZX0000000000000000000AC' };
    const opened = await open(owner, 'applicant', id, sent);
    expect(await open(owner, 'applicant', id, sent)).to.equal(opened);
    expect(await ready(owner, 'applicant')).to.deep.equal([]);
    const { attachments = [] } = (await read(cast.officer, 'office', id, opened)).subject.messages[0] ?? {};
    const place = { applicationId: id, correspondenceId: opened, attachmentId: attachments[0]?.id ?? '' };
    const got = await readAttachment(await depsFor(cast.officer, 'office'), cast.officer, place);
    expect([got.attachment.name, String(got.bytes)]).to.deep.equal(['note-1.txt', 'Note 1 de applicant']);
    const member = cast.committee[0];
    expect(await refusalOf(readAttachment(await depsFor(member, 'office'), member, place))).to.equal(
      'notFound',
    );
    // What was never sent goes after a day, with its bytes; what was sent stays.
    const tomorrow = new Date(deps.clock.now().getTime() + 2 * 86_400_000);
    expect((await carryOutRetention(deps, tomorrow)).attachmentsDropped).to.equal(1);
    expect(await ready(cast.officer, 'office')).to.deep.equal([]);
    expect(await deps.files.read(attachments[0]?.digest ?? '')).not.to.equal(null);
  });

  it('are in what an owner takes away, and go with the content of the file', async () => {
    const { cast, deps } = web;
    const { owner, id } = draft;
    const { organisationId } = (await currentApplication(deps, id)).context;
    const { parts } = await exportOrganisation(await depsFor(owner, 'applicant'), owner, { organisationId });
    const part = parts.find(({ name }) => name === `${id}/messages.json`);
    const text = JSON.stringify(part);
    expect(text).to.include('Avec cinq').and.not.include(cast.officer.id).and.not.include(cast.officer.name);
    expect(parts.map(({ name }) => name)).to.include(`${id}/messages/001 note-1.txt`);
    const at = deps.clock.now().toISOString();
    const digests = (await deps.store.correspondenceOn(id, 100)).flatMap(({ messages }) =>
      messages.flatMap(({ attachments }) => attachments.map(({ digest }) => digest)),
    );
    await eraseContent(deps, await currentApplication(deps, id), { at, ended: true });
    await web.work();
    for (const one of await deps.store.correspondenceOn(id, 100))
      expect(one).to.deep.include({ subject: '', messages: [], awaits: null });
    expect(await deps.files.read(digests[0] ?? '')).to.equal(null);
    expect(await refusalOf(open(owner, 'applicant', id))).to.equal('refused correspondenceErased');
  });
});
