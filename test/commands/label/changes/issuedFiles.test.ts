// Tier: all. Budget: 14 s.
import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { viewChange } from '../../../../src/commands/desk/viewChange.ts';
import { storeTrust } from '../../../../src/commands/verify/trust.ts';
import { verifyFile } from '../../../../src/commands/verify/verifyFile.ts';
import { dayOf } from '../../../../src/register/day.ts';
import { assessed, notifiedBy } from '../../../support/changeSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type WebWithCast, webWithCast } from '../../../support/webWithCast.ts';

/** What a holder may change on its page: the new value, and where the change shows. */
const fields = {
  street: ['Rue du Spécimen 9', null],
  postcode: ['1212', 'register'],
  commune: ['Lancy', 'register'],
  legalForm: ['foundation', 'register'],
  sector: ['construction', 'register'],
  name: ['Spécimen sous un autre nom', 'certificate'],
  identifier: ['CHE-116.281.710', 'certificate'],
} as const;
/** Every kind of file that is issued for a label, as often as it has sizes. */
const kinds = {
  ...{ certificate: 1, credential: 1, conformity: 1, badgeSvg: 1, badgePng: 3, badgeWebp: 2, badgePrint: 1 },
  ...{ doorSignA4: 1, doorSignA6: 1, standSign: 1 },
};

describe('the files of a label whose holder changes', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  before(async () => {
    web = await webWithCast('change-issued-files');
    holder = await issueLabel(web, web.cast, 'holder');
  });
  after(() => web.stop());

  const entry = async () => requireVisible(await web.deps.store.entry(holder.number));
  /** The verdicts on the files of a revision, by kind. */
  const verdicts = async (revision: number) => {
    const { deps } = web;
    const found: Record<string, string[]> = {};
    for (const { kind, digest } of (await entry()).files.filter((file) => file.revision === revision)) {
      const { bytes } = requireVisible(await deps.files.read(digest));
      const trust = storeTrust(deps);
      const today = dayOf(deps.clock.now().toISOString());
      const { verdict } = await verifyFile({ trust, readingBack: deps.readingBack }, bytes, today);
      found[kind] = [...(found[kind] ?? []), verdict];
    }
    return found;
  };
  const all = (verdict: string) =>
    Object.fromEntries(
      Object.entries(kinds).map(([kind, n]) => [kind, Array.from({ length: n }, () => verdict)]),
    );
  const revoked = async () =>
    (await web.deps.store.statusMarks(holder.number)).map((mark) => mark.revoked || mark.suspended);

  for (const [field, [value, shownOn]] of Object.entries(fields))
    it(`${shownOn === 'certificate' ? 'are made anew' : 'stay as they are'} where it changes its ${field}`, async () => {
      const { deps, cast } = web;
      const { revision } = await entry();
      await web.connection
        .collection<{ _id: string }>('organisations')
        .updateOne({ _id: holder.organisationId }, { $set: { [field]: value } });
      const changeId = await notifiedBy(web, holder, { things: ['other'] });
      const { effects } = await viewChange(deps, cast.officer, {
        applicationId: holder.applicationId,
        changeId,
      });
      const offered = effects.filter((effect) => effect === 'certificate' || effect === 'register');
      expect(offered).to.deep.equal(shownOn === null ? [] : [shownOn]);
      for (const effect of ['certificate', 'register'] as const) {
        const refusal = await refusalOf(assessed(web, cast, changeId, { effect, until: null }));
        if (effect === shownOn) expect(refusal).to.equal('taken');
        else
          expect(refusal).to.match(/^refused (?:certificateSame|certificateTouched|registerSame|wrongState)/);
      }
      const now = await entry();
      const made = shownOn === 'certificate' ? 1 : 0;
      expect(now.revision, 'certificates').to.equal(revision + made);
      expect((await revoked()).at(-1), 'no status list revokes them').to.equal(false);
      if (shownOn !== null && field !== 'identifier')
        expect(now.organisation, 'the register').to.have.property(field, value);
    });

  it('hold as long as what they state is so; a picture without a name says the same in each revision', async () => {
    // The name and the number made the second and the third one.
    expect(await verdicts(3)).to.deep.equal(all('holds'));
    expect(await verdicts(2)).to.deep.equal({ ...all('replaced'), badgeWebp: ['holds', 'holds'] });
  });

  it('and its page tell the holder that nothing has to be replaced', async () => {
    const told = web.letters.filter(({ kind }) => kind === 'changeAssessed').map(({ text }) => text);
    expect(told.filter((text) => text.includes('vous n’avez rien à remplacer'))).to.have.length(4);
    const { text } = await (await web.browserOf(holder.owner)).get(
      `/fr/organisations/${holder.organisationId}/labels/${holder.number}/changes`,
    );
    expect(text).to.include('Le registre public est mis à jour');
  });
});
