// Tier: all. Budget: 75 s.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { exitCodes, verifyOn } from '../../../src/cli/verify.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { storeTrust } from '../../../src/commands/verify/trust.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import type { Verdict } from '../../../src/register/verification.ts';
import { credentialForgeries } from '../../issuing/readBack/forgeries/credentials.ts';
import { documentForgeries, pastForgeries } from '../../issuing/readBack/forgeries/documents.ts';
import type { Forgery } from '../../issuing/readBack/forgeries/forgery.ts';
import { pictureForgeries } from '../../issuing/readBack/forgeries/pictures.ts';
import { proofForgeries } from '../../issuing/readBack/forgeries/proofs.ts';
import { tokenForgeries } from '../../issuing/readBack/forgeries/tokens.ts';
import { type Issued, issue, labelNumber, publishLog } from '../../issuing/readBack/issued.ts';
import { testFolder } from '../../support/run/folders.ts';
import { sampleKey, sampleRoot, signedLines } from '../../support/samples/sampleBundle.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const all: readonly Forgery[] = [
  ...credentialForgeries,
  ...tokenForgeries,
  ...pictureForgeries,
  ...documentForgeries,
  ...pastForgeries,
  ...proofForgeries,
];
const at = '2026-11-01T00:00:00.000Z';
const words = createI18n();
/** What nothing proves, or what leads elsewhere: each is shown its own way. */
const uncertain: readonly Verdict[] = ['elsewhere', 'claimOnly', 'noProof', 'sealOnly'];

/** What is brought to the page: a forgery of each verdict, and whatever the page words by the file. */
const shownOnPage = all.filter(
  ({ verdict }, i) => uncertain.includes(verdict) || all.findIndex((one) => one.verdict === verdict) === i,
);

describe('golden forgeries', () => {
  const online = sampleKey();
  let web: TestWeb;
  let visitor: Browser;
  let issued: Issued;
  let folder: string;
  before(async () => {
    folder = await testFolder();
    web = await testWeb('forgeries', { publicUrl: 'https://label.example' });
    visitor = await web.browser();
    issued = await issue();
    const { store, files } = web.deps;
    for (const { name, multibase } of [issued.issuer.key, issued.issuer.tokenKey])
      await store.addIssuerKey({ id: name, multibase, since: at, distrustedAt: null });
    await publishLog(web.deps, issued, at);
    await store.addSealAnchor({ id: 'demo', pem: issued.keys.anchors[0] ?? '', since: at });
    for (const [i, purpose] of (['revocation', 'suspension'] as const).entries()) {
      const credential = issued.keys.statusLists[i] ?? '';
      await store.saveStatusList({ purpose, list: 1, version: 1, credential, at });
    }
    const kinds = {
      certificate: 'certificate',
      json: 'credential',
      token: 'conformity',
      png: 'badgePng',
      svg: 'badgeSvg',
    } as const;
    const kept = Object.entries(kinds).map(async ([name, kind]) => {
      const bytes = issued.files[name as keyof typeof kinds];
      return { kind, revision: 1, digest: await files.save(bytes, 'application/pdf'), size: bytes.length };
    });
    const period = { since: '2026-11-01', until: '2029-10-31' };
    await web.publish({
      ...specimenEntry,
      ...period,
      logged: 1,
      conformityLogged: 1,
      files: await Promise.all(kept),
    });
  });
  after(() => web.stop());

  /** What the register says from now on. */
  const saying = ({ state = 'active', revision = 1 }: NonNullable<Forgery['row']>) =>
    web.connection
      .collection<{ _id: string }>('entries')
      .updateOne({ _id: labelNumber }, { $set: { state, revision } });

  /** Saves what the register says of the label in a state as a bundle, once, and whom to trust. */
  async function bundleOf(row: NonNullable<Forgery['row']>): Promise<string> {
    const bundle = join(folder, `bundle-${row.state}-${row.revision}`);
    if (existsSync(bundle)) return bundle;
    await saying(row);
    const trust = storeTrust(web.deps);
    const at = web.deps.clock.now().toISOString();
    const trusted = sampleRoot({ people: [sampleKey()], online: [online], at });
    const head = { type: 'made-in-ess-trust-bundle', version: 2, roots: [trusted], anchorIssuers: [], at };
    const lines = [{ ...head, ...(await trust.keys()) }, requireVisible(await trust.row(labelNumber))];
    await writeFile(`${bundle}.root`, JSON.stringify(trusted));
    await writeFile(bundle, signedLines(lines, at, online));
    return bundle;
  }

  it('are seventy and more, each with a flaw of its own', () => {
    expect(all.length).to.be.above(70);
    expect(new Set(all.map(({ flaw }) => flaw)).size).to.equal(all.length);
  });

  for (const [i, { flaw, make, verdict, because, row = {} }] of all.entries())
    it(`are found by the command: ${flaw}`, async () => {
      const file = join(folder, 'file');
      await writeFile(file, await make(issued));
      const bundle = await bundleOf(row);
      const [root, memory] = [`${bundle}.root`, join(folder, `memory-${i}`)];
      const now = web.deps.clock.now();
      const told = await verifyOn(now, file, { bundle, root, memory, language: 'fr', json: true });
      const data = JSON.parse(told.lines.join('\n'));
      expect([told.verdict, exitCodes[told.verdict] > 0]).to.deep.equal([verdict, true]);
      const flaws = [data.flaw, ...data.checks.map((check: { flaw?: string }) => check.flaw)];
      if (because) expect(flaws).to.include(because);
    });

  for (const [i, { flaw, make, verdict, row = {} }] of shownOnPage.entries())
    it(`are found by the page: ${flaw}`, async () => {
      const language = languages[i % languages.length] ?? 'fr';
      const { t } = words[language];
      const title = t(`verification.verdicts.${verdict}.title`, { host: '#' }).split('#')[0] ?? '';
      await saying(row);
      const bytes = await make(issued);
      const answer = await visitor.parts(
        `/${language}/verify`,
        (form) => form.attach('file', bytes, 'f'),
        'none',
      );
      const main = parse(answer.text).querySelector('main');
      expect(main?.querySelector('.verdict')?.text).to.include(title);
      expect(answer.text).to.not.include('verdict--valid');
      // Beside what nothing proves, no check is shown as one that holds.
      if (verdict === 'claimOnly' || verdict === 'noProof') expect(answer.text).to.not.include('checks__one');
      if (verdict === 'elsewhere') expect(main?.text).to.match(/faux\.example|label\.example:8443|xn--|tel:/);
      if (verdict === 'altered') expect(main?.text).to.include(specimenEntry.organisation.name);
    });
});
