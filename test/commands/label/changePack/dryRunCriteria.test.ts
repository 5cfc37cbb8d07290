import { expect } from 'chai';
import type { DryRunLine } from '../../../../src/commands/items/changePack.ts';
import { dryRunCriteria } from '../../../../src/commands/label/changePack/dryRunCriteria.ts';
import type { PublishedScheme, Scheme } from '../../../../src/criteria/scheme.ts';
import { type Cast, castOf, filledDraft } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { realScheme } from '../../../support/samples/realScheme.ts';

function later(change: (scheme: Scheme) => Partial<Scheme>): PublishedScheme {
  const published = realScheme();
  return { ...published, scheme: { ...published.scheme, version: '9.0.0', ...change(published.scheme) } };
}

describe('dry run of another version of the criteria', () => {
  let service: TestService;
  let cast: Cast;
  let label: IssuedLabel;
  let draft: string;
  before(async () => {
    service = await testService('dryRunCriteria');
    cast = await castOf(service);
    label = await issueLabel(service, cast, 'holder');
    ({ id: draft } = await filledDraft(service.deps, await service.person('applicant')));
  });
  after(() => service.stop());

  const run = async (after: PublishedScheme) => {
    const lines: DryRunLine[] = [];
    for await (const line of dryRunCriteria(service.deps, after)) lines.push(line);
    return lines;
  };

  it('names the labels and the drafts, and what each would fail on', async () => {
    const hard = later(({ thresholds }) => ({
      thresholds: {
        ...thresholds,
        organisation: { first: { overall: 99, themeFloor: 0 }, renewal: { overall: 99, themeFloor: 0 } },
      },
    }));
    const lines = await run(hard);
    expect(lines.map(({ kind, number }) => [kind, number])).to.deep.equal([
      ['label', label.number],
      ['draft', draft],
    ]);
    for (const { lost } of lines) expect(lost).to.deep.equal([{ offerId: '', kind: 'overall', id: '' }]);
  });

  it('finds nothing where nothing changed, and writes nothing', async () => {
    const lines = async () => service.connection.collection('records').countDocuments();
    const before = await lines();
    for (const { lost, toAnswer } of await run(later(() => ({}))))
      expect([lost, toAnswer]).to.deep.equal([[], []]);
    expect(await lines()).to.equal(before);
  });
});
