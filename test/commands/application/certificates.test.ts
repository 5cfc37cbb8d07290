import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import {
  dropCertificate,
  holdCertificate,
} from '../../../src/commands/application/evidence/holdCertificate.ts';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { viewApplication } from '../../../src/commands/application/views/viewApplication.ts';
import { filePlaces } from '../../../src/commands/file/filePlaces.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { declarations, filledDraft } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('a certificate that an organisation holds', () => {
  let service: TestService;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('certificates');
    ({ id, owner } = await filledDraft(service.deps, await service.person('owner')));
  });
  afterEach(() => service.stop());

  const zewo = { certificate: 'zewo', number: '42', until: '2031-05-01', link: 'zewo.ch', document: '' };
  const hold = (also: Partial<typeof zewo> & { evidence?: string } = {}, asker = owner) =>
    holdCertificate(service.deps, asker, { applicationId: id, evidence: 'Zewo, 42', ...zewo, ...also });
  const copy = async () => (await viewApplication(service.deps, owner, { applicationId: id })).assessment;
  const answerTo = async (criterion: string) =>
    (await copy()).answers.find((one) => one.criterion === criterion);
  const say = (criterion: string, level: 1 | null, evidence: string) =>
    answerCriterion(service.deps, owner, {
      ...{ applicationId: id, offerId: '' },
      answer: { criterion, level, na: false, evidence, comment: '' },
    });
  const fillings = async () =>
    (await copy()).certificates?.map(({ places }) =>
      places.map(({ criterion, filling }) => `${criterion} ${filling}`),
    );

  it('fills in level, evidence and document, and leaves what is typed', async () => {
    await say('FIN-01', null, '');
    await say('TRA-01', 1, '');
    await say('GOU-01', 1, 'Statuts');
    const { document } = await addEvidence(service.deps, owner, {
      ...{ applicationId: id, name: 'zewo.txt', bytes: Buffer.from('Zewo') },
    });
    await hold({ document });
    expect(await answerTo('FIN-01')).to.deep.include({ level: 2, evidence: 'Zewo, 42', files: [document] });
    expect(await answerTo('TRA-01')).to.deep.include({ level: 1, evidence: 'Zewo, 42', files: [document] });
    expect(await answerTo('GOU-01')).to.deep.include({ level: 1, evidence: 'Statuts', files: [document] });
    expect(await fillings()).to.deep.equal([['FIN-01 level', 'GOU-01 kept', 'TRA-01 evidence']]);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  it('is corrected where it named itself, and taken back where nobody changed it since', async () => {
    await say('FIN-01', null, '');
    await say('TRA-01', null, '');
    await hold();
    await say('TRA-01', 1, 'Nos comptes');
    await hold({ number: '43', evidence: 'Zewo, 43' });
    expect(await answerTo('FIN-01')).to.deep.include({ level: 2, evidence: 'Zewo, 43' });
    expect(await answerTo('TRA-01')).to.deep.include({ level: 1, evidence: 'Nos comptes' });
    expect((await copy()).certificates).to.have.length(1);
    await dropCertificate(service.deps, owner, { applicationId: id, certificate: 'zewo' });
    expect(await answerTo('FIN-01')).to.deep.include({ level: null, evidence: '' });
    expect(await answerTo('TRA-01')).to.deep.include({ level: 1, evidence: 'Nos comptes' });
    expect((await copy()).certificates).to.deep.equal([]);
  });

  it('is refused where it is over, shown by nothing, unknown, or said by a reader', async () => {
    expect(await refusalOf(hold({ until: '2020-01-01', link: '' }))).to.equal(
      'invalid until:certificateOver link:certificateUnshown',
    );
    expect(await refusalOf(hold({ link: 'javascript:alert(1)' }))).to.equal('invalid link:badLink');
    expect(await refusalOf(hold({ document: 'elsewhere' }))).to.equal('notFound');
    expect(await refusalOf(hold({ certificate: 'ours' }))).to.equal('notFound');
    const memberships = [
      { organisationId: owner.memberships[0]?.organisationId ?? '', role: 'reader' as const },
    ];
    const reader = await updatePerson(service.deps, await service.person('reader'), { memberships });
    expect(await refusalOf(hold({}, reader))).to.equal('notFound');
    expect((await copy()).certificates).to.equal(undefined);
  });

  it('holds the submission back once it is over, and is frozen with what it filled in', async () => {
    await hold({ until: '2027-01-01' });
    const send = () => submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    service.setClock('2027-01-02T10:00:00Z');
    expect(await refusalOf(send())).to.equal('refused certificatesValid');
    await hold({ until: '2028-01-01' });
    expect(await refusalOf(send())).to.equal('taken');
    const places = filePlaces(await frozenFile(service.deps, id));
    expect(
      places.flatMap(({ held }) => held.map(({ name, number, place }) => [name, number, place.criterion])),
    ).to.deep.equal([
      ['Zewo', '42', 'FIN-01'],
      ['Zewo', '42', 'GOU-01'],
      ['Zewo', '42', 'TRA-01'],
    ]);
  });
});
