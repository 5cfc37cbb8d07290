import { expect } from 'chai';
import { earlierAnswers } from '../../../src/commands/application/renewal/earlierAnswers.ts';
import { resumeApplication, startRenewal } from '../../../src/commands/application/renewal/startRenewal.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { rulesFor } from '../../../src/criteria/fileRules.ts';
import { castOf, currentApplication, declarations, filledDraft } from '../../support/applicationSteps.ts';
import { advanceToIssuedLabel } from '../../support/issueLabel.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { firstDraft, firstFacts } from '../../support/samples/firstVersion.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

describe('files beside a newer version of the criteria', () => {
  let service: TestService;
  beforeEach(async () => {
    service = await testService('versions');
  });
  afterEach(() => service.stop());

  const versionOf = async (id: string) =>
    (await currentApplication(service.deps, id)).context.criteriaVersion;
  const retired = (deps: Deps): Deps => {
    const first = requireVisible(deps.schemes.get('1.0.0'));
    const over = { ...first, scheme: { ...first.scheme, status: 'retired' as const } };
    return { ...deps, schemes: new Map([...deps.schemes, ['1.0.0', over]]) };
  };

  it('start under 1.1.0, and keep the version under which they were started', async () => {
    const { deps } = service;
    const second = await filledDraft(deps, await service.person('second'));
    expect(await versionOf(second.id)).to.equal('1.1.0');
    const first = await firstDraft(deps, await service.person('first'));
    expect(await versionOf(first.id)).to.equal('1.0.0');
    for (const { id, owner } of [first, second]) {
      await submitApplication(deps, owner, { applicationId: id, ...declarations });
    }
    const snapshot = requireVisible(await deps.store.snapshot(first.id, 1));
    expect(snapshot.criteriaVersion).to.equal('1.0.0');
    expect(snapshot.content.criteria?.digest).to.equal(requireVisible(deps.schemes.get('1.0.0')).digest);
    expect((await currentApplication(deps, second.id)).state).to.equal('screening');
  });

  it('of a retired version cannot be sent, and move to the open version by resuming', async () => {
    const { deps } = service;
    const { id, owner } = await firstDraft(deps, await service.person('owner'));
    const late = submitApplication(retired(deps), owner, { applicationId: id, ...declarations });
    expect(await refusalOf(late)).to.equal('refused versionOpen');
    const { revision } = await currentApplication(deps, id);
    await withdrawApplication(deps, owner, { applicationId: id, revision });
    const moved = await resumeApplication(deps, owner, { applicationId: id });
    expect(await versionOf(moved)).to.equal('1.1.0');
    const copy = requireVisible(await deps.store.selfAssessment(moved));
    expect(copy.facts).to.include({ F02: firstFacts.F02, F10: firstFacts.F10 });
    for (const fact of ['F05', 'F07', 'F09', 'F11', 'F15', 'F16'])
      expect(copy.facts).not.to.have.property(fact);
    const answer = (criterion: string) => copy.answers.find((one) => one.criterion === criterion);
    expect(answer('COO-04')?.na, 'a first label still').to.equal(true);
    expect(answer('TRV-05')?.na, 'with its sentence').to.equal(true);
    expect(answer('FIN-01')?.level).to.equal(3);
  });

  it('continue under 1.0.0 to their label, whose renewal starts under 1.1.0', async () => {
    const { deps } = service;
    const cast = await castOf(service);
    const { id, owner } = await firstDraft(deps, await service.person('holder'));
    const number = await advanceToIssuedLabel(service, cast, { id, owner });
    expect(await versionOf(id)).to.equal('1.0.0');
    service.setClock('2029-05-05T08:00:00.000Z');
    const renewal = await startRenewal(deps, owner, { labelNumber: number });
    expect(await versionOf(renewal)).to.equal('1.1.0');
    const copy = requireVisible(await deps.store.selfAssessment(renewal));
    expect(copy.earlier?.criteriaVersion).to.equal('1.0.0');
    const told = requireVisible(earlierAnswers(deps, copy, rulesFor(realScheme('1.1.0'), null)));
    expect([told.carried.retired, told.carried.added]).to.deep.equal([[], ['ENV-05']]);
    const sponsoring = told.carried.assessment.answers.find(({ criterion }) => criterion === 'COO-04');
    expect(sponsoring?.na ?? false, 'no first label any more').to.equal(false);
  });
});
