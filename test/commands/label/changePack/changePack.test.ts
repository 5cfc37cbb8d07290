import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import type { Person, StaffRole } from '../../../../src/commands/items/items.ts';
import {
  prepareChangePack,
  releaseChangePack,
} from '../../../../src/commands/label/changePack/changePack.ts';
import { viewChangePack } from '../../../../src/commands/label/changePack/viewChangePack.ts';
import type { PublishedScheme, Scheme } from '../../../../src/criteria/scheme.ts';
import { type Cast, castOf, filledDraft } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { realScheme } from '../../../support/samples/realScheme.ts';

/** The version that comes: renewals need 99 points. */
function coming(changes: Partial<Scheme>, digest = 'a'): PublishedScheme {
  const published = realScheme();
  const { organisation } = published.scheme.thresholds;
  const thresholds = {
    ...published.scheme.thresholds,
    organisation: { ...organisation, renewal: { overall: 99, themeFloor: 0 } },
  };
  const scheme = { ...published.scheme, version: '1.2.0', thresholds, opensOn: '2027-07-01', ...changes };
  return { ...published, scheme, digest };
}

describe('the change pack of a version of the criteria', () => {
  let service: TestService;
  let cast: Cast;
  let label: IssuedLabel;
  let draft: { id: string; owner: Person };
  let administrator: Person;
  before(async () => {
    service = await testService('changePack');
    cast = await castOf(service);
    label = await issueLabel(service, cast, 'holder');
    draft = await filledDraft(service.deps, await service.person('applicant'));
    administrator = await service.person('administrator', 'administrator');
  });
  after(() => service.stop());

  const announce = (published: PublishedScheme) => {
    const schemes = service.deps.schemes as Map<string, PublishedScheme>;
    schemes.set('1.2.0', published);
  };
  const prepare = (by: Person = administrator) => prepareChangePack(service.deps, by, { version: '1.2.0' });
  const pack = async () => requireVisible(await service.deps.store.changePack('1.2.0'));
  const release = async (by: Person = administrator) =>
    releaseChangePack(service.deps, by, { version: '1.2.0', revision: (await pack()).revision });
  const told = () => service.letters.filter(({ kind }) => kind.startsWith('criteriaFor'));

  it('is prepared only for a version that is announced, and by administrators', async () => {
    expect(await refusalOf(prepare())).to.equal('notFound');
    announce(coming({ status: 'draft' }));
    for (const role of ['officer', 'reviewer', 'committee', 'chair'] as readonly StaffRole[]) {
      const other = await service.person(`other-${role}`, role);
      expect(await refusalOf(prepare(other)), role).to.equal('forbidden');
    }
    expect(await refusalOf(prepare(label.owner))).to.equal('forbidden');
  });

  it('keeps whom the version would cost the label, on what, and tells nobody', async () => {
    announce(coming({ status: 'draft' }));
    await prepare();
    expect(await refusalOf(release())).to.include('dryRunMissing');
    await service.work();
    const { totals, losing } = await pack();
    expect(totals).to.deep.equal({
      labels: 1,
      drafts: 1,
      losing: 1,
      toAnswer: 0,
      obstacles: [{ kind: 'overall', id: '', count: 1 }],
    });
    expect(losing.map(({ number }) => number)).to.deep.equal([label.number]);
    const viewed = await viewChangePack(service.deps, administrator, { from: undefined, to: undefined });
    expect(viewed.opensOn).to.equal('2027-07-01');
    expect(viewed.changes.map(({ field }) => field)).to.include('thresholds.organisation.renewal.overall');
    expect(told()).to.deep.equal([]);
  });

  it('does not let the letters go before the vote, nor after the rules changed once more', async () => {
    expect(await refusalOf(release())).to.equal('refused versionNotPublished');
    announce(coming({ status: 'published' }, 'b'));
    expect(await refusalOf(release())).to.equal('refused rulesChangedSince');
    announce(coming({ status: 'published', opensOn: '2027-08-01' }));
    expect(await refusalOf(release())).to.equal('refused rulesChangedSince');
    expect(told()).to.deep.equal([]);
  });

  it('tells each holder and each author of a draft once when it is released, also when the work is begun again', async () => {
    announce(coming({ status: 'published' }));
    await release();
    await service.work();
    const to = () => told().map((letter) => [letter.kind, letter.to]);
    const expected = [
      ['criteriaForLabel', label.owner.email],
      ['criteriaForDraft', draft.owner.email],
    ];
    expect(to()).to.have.deep.members(expected);
    expect(told().find(({ kind }) => kind === 'criteriaForLabel')?.text).to.include('le seuil d’ensemble');
    await service.connection
      .collection('jobs')
      .updateMany({ handler: 'tellOfCriteria' }, { $set: { state: 'waiting' } });
    await service.work();
    expect(to()).to.have.deep.members(expected);
    expect(await refusalOf(prepare())).to.equal('refused lettersReleased');
    expect(await refusalOf(release())).to.include('lettersReleased');
  });
});
