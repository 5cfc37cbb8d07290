import { expect } from 'chai';
import sharp from 'sharp';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { holdCertificate } from '../../../src/commands/application/evidence/holdCertificate.ts';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { type Export, safeName } from '../../../src/commands/common/exportPart.ts';
import { noteOn } from '../../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { fileComplaint } from '../../../src/commands/complaint/fileComplaint.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { exportOrganisation } from '../../../src/commands/privacy/views/exportOrganisation.ts';
import { exportPerson } from '../../../src/commands/privacy/views/exportPerson.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { tieId } from '../../../src/policies/tie.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('exports', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  let organisationId: string;
  before(async () => {
    service = await testService('exports');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
    organisationId = requireVisible(owner.memberships[0]).organisationId;
    await addEvidence(service.deps, owner, {
      applicationId: id,
      name: '..\\a/b.txt',
      bytes: Buffer.from('a'),
    });
    await holdCertificate(service.deps, owner, {
      ...{ applicationId: id, certificate: 'zewo', number: '42', until: '2031-05-01' },
      ...{ link: 'zewo.ch', document: '', evidence: 'Zewo' },
    });
    const [first = ''] = await advanceToEvaluation(service.deps, cast, id, owner);
    await deliver(service.deps, cast.reviewers[0], first);
  });
  after(() => service.stop());

  const read = ({ parts }: Export, name: string) => {
    const part = requireVisible(parts.find((one) => one.name === name));
    return JSON.parse('text' in part ? part.text : 'null');
  };
  const picture = () =>
    sharp({ create: { width: 4, height: 3, channels: 3, background: '#0b4f54' } })
      .png()
      .toBuffer();
  const facts = async (stream: string) =>
    (await service.deps.store.records(stream)).flatMap((record) => record.facts);

  it('give a person their data, including scores and journal lines, after journaling the export', async () => {
    const reviewer = cast.reviewers[0];
    const exported = await exportPerson(service.deps, reviewer);
    expect(read(exported, 'person.json')).to.deep.include({ email: reviewer.email, name: reviewer.name });
    expect(read(exported, 'reviews.json')[0]).to.deep.include({ applicationId: id, state: 'delivered' });
    expect(read(exported, 'reviews.json')[0].scores.length).to.be.greaterThan(10);
    const lines = read(exported, 'journal.json');
    expect(lines[0]).to.deep.include({ facts: ['person.exported'] });
    expect(lines.length).to.equal(
      await service.connection.collection('records').countDocuments({ 'actor.id': reviewer.id }),
    );
    expect(await facts(`people/${reviewer.id}`)).to.include('person.exported');
  });

  it('contain reports with the person’s own address, photos included, and no other reports', async () => {
    const { deps } = service;
    const said = {
      language: 'fr',
      kind: 'misuse',
      number: '',
      place: 'shop',
      link: '',
      request: 'r',
    } as const;
    const photo = { bytes: await picture(), name: '..\\vitrine.png' };
    const { number: own } = await fileComplaint(deps, {
      ...said,
      text: 'une vitrine',
      email: owner.email,
      photo,
    });
    await fileComplaint(deps, {
      ...said,
      text: 'un autre cas',
      email: 'other@specimen.example',
      photo: null,
    });
    const exported = await exportPerson(deps, owner);
    const [complaint, ...others] = read(exported, 'complaints.json');
    expect(others).to.deep.equal([]);
    expect(complaint).to.deep.include({ id: own, text: 'une vitrine', email: owner.email });
    expect(complaint).to.not.have.any.keys('sent', 'organisationId');
    const file = exported.parts.find(({ name }) => name === complaint.photo);
    expect(complaint.photo).to.match(/^complaints\/C-26-\d{5}-.-[^./\\][^/\\]*\.png$/);
    expect(await deps.files.read(requireVisible(file && 'digest' in file ? file.digest : null))).to.not.equal(
      null,
    );
  });

  it('contain no secrets and nothing about others', async () => {
    const { deps, connection } = service;
    const secret = 'a-secret-that-must-not-leave';
    const kept = {
      personId: owner.id,
      publicKey: secret,
      data: secret,
      device: 'Firefox',
      createdAt: new Date(0),
    };
    await connection.collection<{ _id: string }>('sessions').insertOne({ _id: secret, ...kept } as never);
    await connection.collection<{ _id: string }>('passkeys').insertOne({ _id: secret, ...kept } as never);
    const text = JSON.stringify(await exportPerson(deps, owner));
    expect(text).to.include('Firefox');
    for (const word of [secret, 'hash', cast.officer.id, cast.reviewers[0].id])
      expect(text).not.to.include(word);
  });

  it('omit reviews of an organisation that the person is barred from by now', async () => {
    const { deps } = service;
    const reviewer = cast.reviewers[1];
    expect(read(await exportPerson(deps, reviewer), 'reviews.json')).to.have.length(1);
    await declareTie(deps, reviewer, {
      ...{ personId: reviewer.id, organisationId, kind: 'kin', share: null },
      ...{ since: '2026-01-01', note: '' },
    });
    const exported = await exportPerson(deps, reviewer);
    expect(read(exported, 'reviews.json')).to.deep.equal([]);
    expect(JSON.stringify(read(exported, 'journal.json'))).not.to.include('reviews/');
  });

  it('give an owner everything of the organisation, with files under safe names', async () => {
    const exported = await exportOrganisation(service.deps, owner, { organisationId });
    const names = exported.parts.map(({ name }) => name);
    expect(names.slice(0, 4)).to.deep.equal([
      'organisation.json',
      'people.json',
      'invitations.json',
      'labels.json',
    ]);
    expect(names).to.include.members([
      `${id}/application.json`,
      `${id}/history.json`,
      `${id}/working-copy.json`,
      `${id}/offers.json`,
      `${id}/findings.json`,
      `${id}/visits.json`,
      `${id}/evidence.json`,
      `${id}/snapshot-1.json`,
    ]);
    expect(names.filter((name) => name.includes('evidence/'))).to.deep.equal([`${id}/evidence/001 b.txt`]);
    expect(read(exported, 'people.json')).to.deep.equal([
      { name: owner.name, email: owner.email, role: 'owner' },
    ]);
    const own = read(exported, `${id}/working-copy.json`);
    expect(own.certificates[0]).to.include({ certificate: 'zewo', number: '42' });
    expect(read(exported, `${id}/offers.json`)[0].name).to.be.a('string');
    expect(await facts(`organisations/${organisationId}`)).to.include('organisation.exported');
  });

  it('show an owner no name and no score of reviewers', async () => {
    const text = JSON.stringify(await exportOrganisation(service.deps, owner, { organisationId }));
    const inside = [...cast.reviewers, cast.officer, ...cast.committee].map((person) => person.id);
    for (const word of [...inside, 'reviewDelivered', 'moderation', 'recommendation', 'decisionReason']) {
      expect(text, word).not.to.include(word);
    }
  });

  it('are not available to editors, strangers or officers, and then journal nothing', async () => {
    const editor = await updatePerson(service.deps, await service.person('editor'), {
      memberships: [{ organisationId, role: 'editor' }],
    });
    const before = await facts(`organisations/${organisationId}`);
    for (const person of [editor, await service.person('stranger'), cast.officer]) {
      expect(await refusalOf(exportOrganisation(service.deps, person, { organisationId }))).to.equal(
        'notFound',
      );
    }
    expect(await facts(`organisations/${organisationId}`)).to.deep.equal(before);
  });

  it('keep the journal intact', async () => {
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  it('use file names that no system misinterprets', () => {
    const names = [
      '../../etc/passwd',
      '..',
      '.profile',
      'a/b\\c:d*.pdf',
      'x'.repeat(300),
      'Bilan (été) 2025.ods',
    ];
    expect(
      names.map(safeName).map((name) => name.length <= 100 && !/^\.|\.\.|[/\\:*]/.test(name)),
    ).to.deep.equal(names.map(() => true));
    expect(safeName('Bilan (été) 2025.ods')).to.equal('Bilan (été) 2025.ods');
  });

  it('omit staff activity in a session without strong sign-in', async () => {
    const reviewer = requireVisible(await service.deps.store.person(cast.reviewers[0].id));
    expect(read(await exportPerson(service.deps, reviewer), 'reviews.json')).to.have.length(1);
    const weak = await exportPerson(service.deps, { ...reviewer, roles: [] });
    expect(read(weak, 'reviews.json')).to.deep.equal([]);
    const streams = read(weak, 'journal.json').map(({ stream }: { stream: string }) => stream);
    expect([...new Set(streams)]).to.deep.equal([`people/${reviewer.id}`]);
    expect(
      await refusalOf(
        erasePerson(
          service.deps,
          { ...reviewer, roles: [] },
          { personId: reviewer.id, typed: reviewer.email },
        ),
      ),
    ).to.equal('strongSignInRequired');
  });

  it('state the kind of a detected tie, not the other person', async () => {
    const { deps } = service;
    const bond = {
      personId: owner.id,
      organisationId: 'SECRET',
      kind: 'crossReview',
      source: 'detected',
    } as const;
    const day = '2026-11-02';
    const tie = { ...bond, id: tieId(bond), organisation: '', share: null, since: day, ended: day, note: '' };
    const at = deps.clock.now().toISOString();
    const line = { at, actor: systemActor, facts: ['tie.detected'] } as const;
    const person = requireVisible(await deps.store.person(owner.id));
    await deps.store.commit([noteOn(deps, 'people', person, line)], [{ kind: 'ties', rows: [tie] }]);
    const [told] = read(await exportPerson(deps, owner), 'ties.json');
    expect(told).to.include({ kind: 'crossReview', since: day });
    expect(JSON.stringify(told)).not.to.include('SECRET');
  });
});
