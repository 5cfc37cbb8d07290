// Tier: all. Budget: 19 s.
import { expect } from 'chai';
import { resumeApplication } from '../../../src/commands/application/renewal/startRenewal.ts';
import { startExtension } from '../../../src/commands/application/scope/startExtension.ts';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { answerInformation } from '../../../src/commands/application/selfAssessment/answerInformation.ts';
import { saveInformation } from '../../../src/commands/application/selfAssessment/saveInformation.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { lodgeAppeal } from '../../../src/commands/committee/appeal/lodgeAppeal.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { askRevision } from '../../../src/commands/label/askRevision.ts';
import { labelActor } from '../../../src/commands/label/changeLabel.ts';
import { suspendLabel } from '../../../src/commands/label/sanctions/suspension.ts';
import { type Cast, castOf, currentApplication, declarations } from '../../support/applicationSteps.ts';
import { decideInSessionAndAnnounce } from '../../support/committeeSession.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import {
  advanceToCommittee,
  filledLabelFile,
  labelFileKinds,
  newOffer,
} from '../../support/labelFileSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { suspension } from '../../support/samples/suspension.ts';

describe('a file on a label that is there', () => {
  let service: TestService;
  let cast: Cast;
  before(async () => {
    service = await testService('labelFiles');
    cast = await castOf(service);
  });
  after(() => service.stop());

  const at = async (applicationId: string) => ({
    applicationId,
    revision: (await currentApplication(service.deps, applicationId)).revision,
  });
  const stateOf = async (id: string) => (await currentApplication(service.deps, id)).state;
  const labelOf = async ({ number }: IssuedLabel) => requireVisible(await service.deps.store.label(number));
  const suspend = async (holder: IssuedLabel) => {
    const { id: number, revision } = await labelOf(holder);
    await suspendLabel(service.deps, cast.officer, { number, revision, ...suspension, until: '2027-01-31' });
    await service.work();
  };
  const lettersTo = ({ owner }: IssuedLabel, kind: string) =>
    service.letters.filter((letter) => letter.kind === kind && letter.to === owner.email);

  for (const kind of labelFileKinds) {
    describe(`of the kind ${kind}`, () => {
      it('is asked for information, and answers with what it was about', async () => {
        const { deps } = service;
        const holder = await issueLabel(service, cast, `asked-${kind}`);
        const id = await filledLabelFile(service, cast, holder, kind);
        await submitApplication(deps, holder.owner, { applicationId: id, ...declarations });
        const sent = (await currentApplication(deps, id)).context.scope;
        const known = { offerId: '', criterion: 'FIN-01' };
        const ask = async (place: typeof known | null) =>
          requestInformation(deps, cast.officer, {
            ...(await at(id)),
            items: [{ place, question: 'Depuis quand ?' }],
          });
        expect(await refusalOf(ask(known)), 'of a criterion that it does not ask').to.equal(
          'invalid place.1:notAnOption',
        );
        await ask(null);
        const [round] = (await currentApplication(deps, id)).information ?? [];
        const [item] = requireVisible(round ?? null).items;
        const answer = { id: requireVisible(item ?? null).id, answer: 'Depuis mars.', wasShown: () => true };
        await saveInformation(deps, holder.owner, { applicationId: id, answers: [answer] });
        await answerInformation(deps, holder.owner, { applicationId: id });
        expect(await stateOf(id)).to.equal('screening');
        expect((await currentApplication(deps, id)).context.scope).to.deep.equal(sent);
      });

      it('is withdrawn, and lapses without an answer, like any other', async () => {
        const { deps } = service;
        const holder = await issueLabel(service, cast, `over-${kind}`);
        const id = await filledLabelFile(service, cast, holder, kind);
        await withdrawApplication(deps, holder.owner, await at(id));
        expect(await stateOf(id)).to.equal('withdrawn');
        const again = resumeApplication(deps, holder.owner, { applicationId: id });
        if (kind === 'reconsideration') {
          expect(await refusalOf(again)).to.equal('refused notResumable');
        } else {
          const resumed = await currentApplication(deps, await again);
          expect(resumed.context).to.deep.include({ kind, criteriaVersion: '1.1.0' });
          const copy = requireVisible(await deps.store.selfAssessment(resumed.id));
          expect(copy.offersNamed.map(({ name }) => name)).to.deep.equal([newOffer.name]);
        }
      });

      it('is appealed against where it is refused', async () => {
        const { deps } = service;
        const holder = await issueLabel(service, cast, `refused-${kind}`);
        const id = await filledLabelFile(service, cast, holder, kind);
        await advanceToCommittee(service, cast, id, holder);
        await decideInSessionAndAnnounce(deps, cast, id, 'refused');
        const grounds = 'Une preuve que nous avions jointe n’a pas été lue par les deux personnes.';
        await lodgeAppeal(deps, holder.owner, {
          ...(await at(id)),
          ground: 'evidence',
          grounds,
          documents: [],
        });
        expect(await stateOf(id)).to.equal('appealed');
        expect((await labelOf(holder)).state).to.equal('active');
      });

      it('ends with its label, and its holder is told', async () => {
        const { deps } = service;
        const holder = await issueLabel(service, cast, `ended-${kind}`);
        const id = await filledLabelFile(service, cast, holder, kind);
        await submitApplication(deps, holder.owner, { applicationId: id, ...declarations });
        await withClock('2030-06-01T08:00:00.000Z', async (now) => {
          await expireDeadlines(deps, new Date(now));
          await service.work();
          await service.work();
        });
        expect((await labelOf(holder)).state).to.equal('expired');
        expect(await stateOf(id)).to.equal('lapsed');
        expect(lettersTo(holder, 'fileEndedWithLabel')).to.have.length(1);
      });
    });
  }

  /** What happens much later, after which the clock of the test is back. */
  const withClock = async (later: string, act: (now: string) => Promise<void>) => {
    const before = service.deps.clock.now().toISOString();
    service.setClock(later);
    await act(later);
    service.setClock(before);
  };

  it('cannot be begun, nor sent, as an extension of a label that is suspended', async () => {
    const { deps } = service;
    const holder = await issueLabel(service, cast, 'suspended');
    const id = await filledLabelFile(service, cast, holder, 'extension');
    await suspend(holder);
    const { owner, number: labelNumber } = holder;
    expect(await refusalOf(submitApplication(deps, owner, { applicationId: id, ...declarations }))).to.equal(
      'refused labelHolds',
    );
    expect(await refusalOf(startExtension(deps, owner, { labelNumber }))).to.equal(
      'refused labelNotExtendable',
    );
    expect(await refusalOf(startExtension(deps, cast.officer, { labelNumber }))).to.equal('notFound');
  });

  it('granted while the label is suspended, adds its offers once the label is restored', async () => {
    const { deps } = service;
    const holder = await issueLabel(service, cast, 'restored');
    const id = await filledLabelFile(service, cast, holder, 'extension');
    await advanceToCommittee(service, cast, id, holder);
    await suspend(holder);
    await decideInSessionAndAnnounce(deps, cast, id);
    await service.work();
    const names = async () => (await labelOf(holder)).offers.map(({ name }) => name);
    expect(await names()).to.not.include(newOffer.name);
    expect(lettersTo(holder, 'extensionGranted')[0]?.text).to.include('n’est pas valable en ce moment');
    const label = await labelOf(holder);
    const actor = await labelActor(deps, cast.officer, label);
    const { id: number, revision } = label;
    await askRevision(deps, actor, { number, revision, cause: 'restored', reason: 'Les comptes sont là.' });
    for (const _ of [1, 2, 3]) await service.work();
    expect((await labelOf(holder)).state).to.equal('active');
    expect(await names()).to.include(newOffer.name);
    expect(lettersTo(holder, 'offersAdded')).to.have.length(1);
    expect(lettersTo(holder, 'extensionDropped')).to.have.length(0);
  });
});
