import { expect } from 'chai';
import { eraseContent } from '../../../../src/commands/application/lapseDrafts.ts';
import { submitApplication } from '../../../../src/commands/application/selfAssessment/submitApplication.ts';
import { withdrawApplication } from '../../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { eraseComplaint } from '../../../../src/commands/complaint/eraseComplaint.ts';
import {
  addCaseNote,
  editCaseNote,
  removeCaseNote,
} from '../../../../src/commands/desk/casework/caseNotes.ts';
import { caseSubject } from '../../../../src/commands/desk/casework/caseSubject.ts';
import { followItem, unfollowItem } from '../../../../src/commands/desk/casework/followItem.ts';
import { handOver } from '../../../../src/commands/desk/casework/handOver.ts';
import { openCasework } from '../../../../src/commands/desk/casework/openCasework.ts';
import { tagItem, untagItem } from '../../../../src/commands/desk/casework/tagItem.ts';
import { viewCasework } from '../../../../src/commands/desk/casework/viewCasework.ts';
import { whoseOf } from '../../../../src/commands/desk/casework/whoseOf.ts';
import { viewOf } from '../../../../src/commands/desk/viewOf.ts';
import type { CaseId } from '../../../../src/commands/items/casework.ts';
import { dataOf } from '../../../../src/commands/items/eventData.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { exportOrganisation } from '../../../../src/commands/privacy/views/exportOrganisation.ts';
import { exportPerson } from '../../../../src/commands/privacy/views/exportPerson.ts';
import { declareTie } from '../../../../src/commands/review/ties/declareTie.ts';
import { LabelError } from '../../../../src/errors.ts';
import { sections } from '../../../../src/policies/sections.ts';
import { machines } from '../../../../src/workflow/machines.ts';
import {
  type Cast,
  castOf,
  currentApplication,
  declarations,
  filledDraft,
} from '../../../support/applicationSteps.ts';
import { sendComplaint } from '../../../support/complaintSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { updatePerson } from '../../../support/updatePerson.ts';

describe('what officers add to an item', () => {
  let service: TestService;
  let cast: Cast;
  let label: IssuedLabel;
  let items: Readonly<Record<'draft' | 'file' | 'label' | 'complaint' | 'stranger', CaseId>>;
  let people: Readonly<Record<string, Person>>;
  let other: Person;
  const canary = 'Canari-Kx7q';

  before(async () => {
    service = await testService('casework');
    cast = await castOf(service);
    label = await issueLabel(service, cast, 'holder');
    const { deps } = service;
    const draft = await filledDraft(deps, await service.person('drafting'));
    const about = await sendComplaint(service, { number: label.number, kind: 'criteria' });
    const { number: stranger } = await sendComplaint(service);
    items = {
      draft: `files/${draft.id}`,
      file: `files/${label.applicationId}`,
      label: `labels/${label.number}`,
      complaint: `complaints/${about.number}`,
      stranger: `complaints/${stranger}`,
    };
    other = await service.person('officer-3', 'officer');
    const tied = await service.person('officer-tied', 'officer');
    const kin = { kind: 'kin', share: null, since: '2020-01-01', note: '' } as const;
    await declareTie(deps, tied, { personId: tied.id, organisationId: label.organisationId, ...kin });
    const member = await updatePerson(deps, await service.person('officer-member', 'officer'), {
      memberships: [{ organisationId: label.organisationId, role: 'reader' }],
    });
    people = {
      free: await service.person('officer-free', 'officer'),
      // Found it admissible and invited its reviewers: an officer's work, which a complaint about it does not go with.
      screened: cast.officer,
      // Wrote its recommendation.
      rapporteur: cast.rapporteur,
      tied,
      member,
      scored: await updatePerson(deps, cast.reviewers[0], { roles: ['reviewer', 'officer'] }),
      decided: await updatePerson(deps, cast.committee[1], { roles: ['committee', 'officer'] }),
      committee: cast.committee[2],
      reviewer: cast.reviewers[1],
      administrator: await service.person('administrator', 'administrator'),
      applicant: label.owner,
    };
  });
  after(() => service.stop());

  /** The service as a person meets it on the pages of an item. */
  const asMet = async (person: Person, item: CaseId) => {
    const section = sections[item.startsWith('complaints') ? 'complaints' : 'files'];
    const view = await viewOf(service.deps, requireVisible(section), person);
    return { ...service.deps, store: service.deps.store.seenBy(view) };
  };

  it('is for who may, and for nobody else: each person, each item, each act', async () => {
    const all = Object.keys(items) as (keyof typeof items)[];
    const found: Record<string, string> = {};
    for (const [name, person] of Object.entries(people)) {
      for (const which of all) {
        const item = items[which];
        const deps = await asMet(person, item);
        const reads = await refusalOf(
          viewCasework(deps, person, item).then((view) => view ?? Promise.reject(forbidden())),
        );
        const acts = [
          await refusalOf(addCaseNote(deps, person, { item, text: canary, about: null })),
          await refusalOf(tagItem(deps, person, { item, tag: 'urgent' })),
          await refusalOf(followItem(deps, person, { item })),
        ];
        // Whoever may read may note, tag and follow, and nobody else.
        expect(new Set([reads, ...acts]).size, `${name} on ${which}: ${reads} ${acts.join()}`).to.equal(1);
        const owns = await refusalOf(handOver(deps, person, { item, to: person.id, note: '' }));
        const given = await refusalOf(
          handOver(await asMet(other, item), other, { item, to: person.id, note: canary }),
        );
        found[`${name} ${which}`] = `${reads} | ${owns} | ${given}`;
        await handOver(await asMet(other, item), other, { item, to: null, note: '' }).catch(() => undefined);
      }
    }
    expect(found).to.deep.equal(expected());
  });

  it('is for the same people in every state of a file, a label and a complaint', async () => {
    const { connection } = service;
    const all = [
      ['file', 'applications', 'application'],
      ['label', 'labels', 'label'],
      ['complaint', 'complaints', 'complaint'],
    ] as const;
    // One of each row of the table.
    const names = ['free', 'screened', 'rapporteur', 'tied', 'scored', 'committee', 'administrator'];
    for (const [which, name, machine] of all) {
      const item = items[which];
      const collection = connection.collection<{ _id: string; state: string }>(name);
      const _id = item.slice(item.indexOf('/') + 1);
      const { state: now } = requireVisible(await collection.findOne({ _id }));
      const met = await Promise.all(names.map((one) => asMet(requireVisible(people[one]), item)));
      for (const state of Object.keys(machines[machine].states)) {
        await collection.updateOne({ _id }, { $set: { state } });
        // Through it goes every command and the panel itself, as the test before shows.
        const reach = async (use: 'read' | 'own', n: number) =>
          refusalOf(caseSubject(requireVisible(met[n]), requireVisible(people[names[n] ?? '']), item, use));
        const found = names.map(async (one, n) => [
          one,
          `${await reach('read', n)} | ${await reach('own', n)}`,
        ]);
        const told = expected();
        const known = names.map((one) => [one, told[`${one} ${which}`]?.split(' | ', 2).join(' | ')]);
        expect(await Promise.all(found), `${which} ${state}`).to.deep.equal(known);
      }
      await collection.updateOne({ _id }, { $set: { state: now } });
    }
  });

  it('says nothing any more once what it is about was erased, and stays with who has it', async () => {
    const { deps } = service;
    const by = requireVisible(people.free);
    const draft = await filledDraft(deps, await service.person('withdraws'));
    await submitApplication(deps, draft.owner, { applicationId: draft.id, ...declarations });
    const { number } = await sendComplaint(service);
    const both = [`files/${draft.id}`, `complaints/${number}`] as const;
    for (const item of both) {
      await addCaseNote(deps, by, { item, text: canary, about: null });
      await tagItem(deps, by, { item, tag: 'effacé' });
      await handOver(deps, by, { item, to: other.id, note: canary });
    }
    const { revision } = await currentApplication(deps, draft.id);
    await withdrawApplication(deps, draft.owner, { applicationId: draft.id, revision });
    const at = deps.clock.now().toISOString();
    await eraseContent(deps, await currentApplication(deps, draft.id), { at, ended: true });
    await eraseComplaint(deps, requireVisible(await deps.store.complaint(number)), at);
    for (const item of both) {
      const { notes, tags, owner } = requireVisible(await deps.store.casework(item));
      expect([notes, tags, owner], item).to.deep.equal([[], [], other.id]);
      // What is over may be handed over and noted on as before.
      await handOver(deps, other, { item, to: null, note: '' });
    }
    expect((await deps.store.deskRow(both[0]))?.tags).to.deep.equal([]);
  });

  it('passes from one to another with a note, as a fact of the journal that does not tell the note', async () => {
    const { deps } = service;
    const { free } = people;
    const by = requireVisible(free);
    const item = items.label;
    await handOver(deps, by, { item, to: by.id, note: '' });
    await handOver(deps, by, { item, to: other.id, note: `${canary} rappeler lundi`, from: by.id });
    const stale = handOver(deps, by, { item, to: null, note: '', from: by.id });
    expect(await refusalOf(stale)).to.equal('stale');
    const lines = await deps.store.records(`casework/${item}`);
    expect(dataOf(lines.at(-1), 'casework.handedOver')).to.include({ from: by.id, to: other.id });
    expect(JSON.stringify(lines)).not.to.include(canary);
    expect((await deps.store.verifyStream(`casework/${item}`, 1000))?.fault).to.equal(null);
    const view = requireVisible(await viewCasework(deps, by, item));
    expect(view.notes[0]).to.deep.include({ text: `${canary} rappeler lundi`, isOwn: false });
    expect((await deps.store.deskRow(item))?.owner).to.equal(other.id);
  });

  it('is nobody’s once its owner lost the role, is barred or left, and nothing is handed over for them', async () => {
    const { deps } = service;
    const by = requireVisible(people.free);
    const leaving = await service.person('officer-leaving', 'officer');
    await handOver(deps, by, { item: items.file, to: leaving.id, note: '' });
    const lapses = async () => {
      const view = requireVisible(await viewCasework(deps, by, items.file));
      expect([view.holder.owner, view.holder.lapsed?.id]).to.deep.equal([null, leaving.id]);
      expect(view.candidates.map(({ id }) => id)).not.to.include(leaving.id);
      expect((await whoseOf(deps, by, [items.file]))(items.file)).to.deep.equal({ whose: 'nobody' });
    };
    await updatePerson(deps, leaving, { roles: ['committee'] });
    await lapses();
    // With the role again, and barred since.
    await updatePerson(deps, leaving, { roles: ['officer'] });
    expect((await whoseOf(deps, by, [items.file]))(items.file)).to.include({ whose: 'others' });
    const { organisationId } = label;
    const kin = { kind: 'kin', share: null, since: '2020-01-01', note: '' } as const;
    await declareTie(deps, leaving, { personId: leaving.id, organisationId, ...kin });
    await lapses();
    // Gone for good.
    await updatePerson(deps, leaving, { removedAt: deps.clock.now().toISOString() });
    await lapses();
    await handOver(deps, by, { item: items.file, to: null, note: '' });
  });

  it('keeps tags as one word for all, and suggests those that the view shows', async () => {
    const { deps } = service;
    const by = requireVisible(people.free);
    await tagItem(deps, by, { item: items.file, tag: '  À  REVOIR, svp! ' });
    await tagItem(deps, by, { item: items.file, tag: 'à revoir svp' });
    expect(await refusalOf(tagItem(deps, by, { item: items.file, tag: '!?' }))).to.equal(
      'invalid tag:badTag',
    );
    const tags = (await deps.store.casework(items.file))?.tags;
    expect(tags).to.include('à revoir svp').and.to.have.length(new Set(tags).size);
    expect((await deps.store.deskRow(items.file))?.tags).to.deep.equal(tags);
    const seen = requireVisible(await viewCasework(deps, by, items.stranger));
    expect(seen.suggestions).to.include('à revoir svp');
    const tied = requireVisible(people.tied);
    const hidden = requireVisible(
      await viewCasework(await asMet(tied, items.stranger), tied, items.stranger),
    );
    expect(hidden.suggestions).not.to.include('à revoir svp');
    for (let n = tags?.length ?? 0; n < 12; n += 1)
      await tagItem(deps, by, { item: items.file, tag: `mot ${n}` });
    expect(await refusalOf(tagItem(deps, by, { item: items.file, tag: 'trop' }))).to.equal(
      'refused tooManyTags',
    );
    await untagItem(deps, by, { item: items.file, tag: 'à revoir svp' });
    expect((await deps.store.casework(items.file))?.tags).to.have.length(11);
  });

  it('lets a note be changed and removed by its author alone, and two add at the same time', async () => {
    const { deps } = service;
    const [by, colleague] = [requireVisible(people.free), other];
    const item = items.complaint;
    const writing = ['Une', 'Deux', 'Trois'].map((text) =>
      addCaseNote(deps, by, { item, text, about: null }),
    );
    await Promise.all(writing);
    const notes = requireVisible(await deps.store.casework(item)).notes;
    expect(notes.map(({ text }) => text)).to.include.members(['Une', 'Deux', 'Trois']);
    const noteId = requireVisible(notes.find(({ text }) => text === 'Deux')).id;
    const changed = { item, noteId, text: 'Deux et demi', about: null };
    expect(await refusalOf(editCaseNote(deps, colleague, changed))).to.equal('notFound');
    expect(await refusalOf(removeCaseNote(deps, colleague, { item, noteId }))).to.equal('notFound');
    await editCaseNote(deps, by, changed);
    const edited = (await deps.store.casework(item))?.notes.find(({ id }) => id === noteId);
    expect(edited?.text).to.equal('Deux et demi');
    expect(edited?.editedAt).not.to.equal(null);
    await removeCaseNote(deps, by, { item, noteId });
    expect((await deps.store.casework(item))?.notes.some(({ id }) => id === noteId)).to.equal(false);
  });

  it('remembers when who follows it opened it last, and nobody else', async () => {
    const { deps } = service;
    const by = requireVisible(people.free);
    const idle = await service.person('officer-idle', 'officer');
    await followItem(deps, by, { item: items.file });
    await openCasework(deps, by, items.file);
    await openCasework(deps, idle, items.file);
    expect([...(await deps.store.seenAt(by.id, [items.file, items.label])).keys()]).to.deep.equal([
      items.file,
    ]);
    expect((await deps.store.seenAt(idle.id, [items.file])).size).to.equal(0);
    const own = deps.store.seenBy({ only: [label.organisationId] });
    expect([await own.casework(items.file), (await own.seenAt(by.id, [items.file])).size]).to.deep.equal([
      null,
      0,
    ]);
    expect((await deps.store.deskRow(items.file))?.followers).to.include(by.id);
    await unfollowItem(deps, by, { item: items.file });
    expect((await deps.store.deskRow(items.file))?.followers).not.to.include(by.id);
  });

  it('is in no copy of an organisation’s data, and in that of a person where it tells about them', async () => {
    const { deps } = service;
    const by = requireVisible(people.free);
    const { owner, organisationId } = label;
    const note = (item: CaseId, text: string, about: string | null) =>
      addCaseNote(deps, by, { item, text, about });
    await note(items.file, `${canary} marquée`, owner.id);
    await note(items.label, `${canary} dit ${owner.name.toUpperCase()}`, null);
    await note(items.complaint, `${canary} plainte de ${owner.email}`, null);
    const view = deps.store.seenBy({ only: [organisationId] });
    const ofOrganisation = await exportOrganisation({ ...deps, store: view }, owner, { organisationId });
    expect(JSON.stringify(ofOrganisation)).to.include('history.json').and.not.to.include(canary);
    const told = (copy: Awaited<ReturnType<typeof exportPerson>>) =>
      JSON.parse(
        copy.parts.flatMap((part) =>
          part.name === 'caseNotes.json' && 'text' in part ? [part.text] : [],
        )[0] ?? '[]',
      );
    const own: { text: string }[] = told(await exportPerson(deps, owner));
    expect(own.map(({ text }) => text)).to.have.members([
      `${canary} marquée`,
      `${canary} dit ${owner.name.toUpperCase()}`,
    ]);
    expect(told(await exportPerson(deps, cast.reviewers[1]))).to.deep.equal([]);
  });
});

function forbidden() {
  return new LabelError('forbidden');
}

/** What a person meets of an item, may take of it, and may be given of it by a colleague. */
const outcomes = {
  owns: 'taken | taken | taken',
  reads: 'taken | refused mayOwnItem | refused mayOwnItem',
  hidden: 'notFound | notFound | refused mayOwnItem',
  // Not even a colleague meets it.
  nowhere: 'notFound | notFound | notFound',
  none: 'forbidden | forbidden | refused mayOwnItem',
  noneNowhere: 'forbidden | forbidden | notFound',
} as const;
type Outcome = keyof typeof outcomes;

const columns = ['draft', 'file', 'label', 'complaint', 'stranger'] as const;
const noOfficer: readonly Outcome[] = ['noneNowhere', 'none', 'none', 'none', 'none'];
const keptAway: readonly Outcome[] = ['nowhere', 'hidden', 'hidden', 'hidden', 'owns'];
/** By person: what becomes of a draft, the file, its label, the complaint about it, and one that names no label of ours. */
const table: Readonly<Record<string, readonly Outcome[]>> = {
  free: ['nowhere', 'owns', 'owns', 'owns', 'owns'],
  screened: ['nowhere', 'owns', 'owns', 'hidden', 'owns'],
  rapporteur: ['nowhere', 'reads', 'owns', 'hidden', 'owns'],
  decided: ['nowhere', 'reads', 'owns', 'hidden', 'owns'],
  tied: keptAway,
  member: keptAway,
  scored: keptAway,
  committee: noOfficer,
  reviewer: noOfficer,
  administrator: noOfficer,
  applicant: noOfficer,
};

function expected(): Record<string, string> {
  const cells = Object.entries(table).flatMap(([name, row]) =>
    columns.map((which, i) => [`${name} ${which}`, outcomes[row[i] ?? 'none']] as const),
  );
  return Object.fromEntries(cells);
}
