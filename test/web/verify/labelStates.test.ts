// Tier: all. Budget: 45 s.
import { hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { exitCodes, verifyOn } from '../../../src/cli/verify.ts';
import type { MadeFile } from '../../../src/commands/ports/issuingPorts.ts';
import { trustBundle } from '../../../src/commands/verify/trustBundle.ts';
import { trustRoots } from '../../../src/commands/verify/trustRoots.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { buildConformity } from '../../../src/issuing/conformity/buildConformity.ts';
import { signConformity } from '../../../src/issuing/conformity/conformityToken.ts';
import { makeRevision } from '../../../src/issuing/makeRevision.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { type Entry, issuedKinds } from '../../../src/register/entry.ts';
import type { Verdict } from '../../../src/register/verification.ts';
import { sample } from '../../issuing/certificate/certificateSample.ts';
import { sampleConformity, samplePaper } from '../../issuing/credential/credentialSample.ts';
import { type Issued, issue, labelNumber } from '../../issuing/readBack/issued.ts';
import { testFolder } from '../../support/run/folders.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

interface Life {
  /** The day since which it is not valid. */
  readonly over?: string;
  readonly row: Partial<Pick<Entry, 'state' | 'revision' | 'history' | 'extendedUntil' | 'successor'>>;
  readonly today?: string;
  readonly valid: boolean;
  readonly verdict: Verdict;
}

const [since, until] = ['2026-11-01', '2029-10-31'];
const begun = [
  { state: 'issuing', on: since },
  { state: 'active', on: since },
] as const;
const ended = (state: 'suspended' | 'withdrawn' | 'terminated' | 'superseded', on = '2026-11-20') => ({
  state,
  history: [...begun, { state, on }],
});
const extended = { state: 'extended', extendedUntil: '2030-01-31' } as const;
const late = { state: 'extended', on: '2029-11-01' } as const;
const day = '2026-11-25';

/** What may become of a label whose first files somebody brings. */
const lives: Readonly<Record<string, Life>> = {
  active: { row: {}, valid: true, verdict: 'holds' },
  extended: {
    row: { ...extended, history: [...begun, late] },
    ...{ today: '2029-11-15', valid: true, verdict: 'holds' },
  },
  'extended, on its last day': {
    row: { ...extended, history: [...begun, late] },
    ...{ today: '2030-01-31', valid: true, verdict: 'holds' },
  },
  'extended no more': {
    row: { ...extended, history: [...begun, late] },
    ...{ today: '2030-02-01', over: '2030-02-01', valid: false, verdict: 'notValid' },
  },
  suspended: { row: ended('suspended'), over: '2026-11-20', valid: false, verdict: 'notValid' },
  withdrawn: { row: ended('withdrawn'), over: '2026-11-20', valid: false, verdict: 'notValid' },
  'given up': { row: ended('terminated'), over: '2026-11-20', valid: false, verdict: 'notValid' },
  'replaced by a renewal': {
    row: { ...ended('superseded'), successor: 'MIE-26-00043-B' },
    ...{ over: '2026-11-20', valid: false, verdict: 'notValid' },
  },
  expired: {
    row: { state: 'expired', history: [...begun] },
    today: '2029-11-15',
    over: '2029-11-01',
    valid: false,
    verdict: 'notValid',
  },
  restored: {
    row: {
      ...{ state: 'active', revision: 2 },
      history: [...begun, { state: 'suspended', on: '2026-11-20' }, { state: 'active', on: '2026-11-22' }],
    },
    ...{ valid: true, verdict: 'replaced' },
  },
  revised: { row: { revision: 2 }, valid: true, verdict: 'replaced' },
};

/** A life of each verdict, in which every kind of file is brought. */
const thorough: readonly string[] = ['active', 'suspended', 'revised'];
/** A file with a credential and one without, which are brought in every life. */
const usual = ['certificate', 'standSign'] as const;

const i18n = createI18n();

describe('checking every file of a label in every state', () => {
  let web: TestWeb;
  let visitor: Browser;
  let issued: Issued;
  let folder: string;
  let made: readonly MadeFile[];
  before(async () => {
    folder = await testFolder();
    web = await testWeb('labelStates', { publicUrl: 'https://label.example' });
    visitor = await web.browser();
    issued = await issue();
    const { issuer, authority, keys } = issued;
    const { store, files } = web.deps;
    const begins = '2026-11-01T00:00:00.000Z';
    for (const { name, multibase } of [issuer.key, issuer.tokenKey])
      await store.addIssuerKey({ id: name, multibase, since: begins, distrustedAt: null });
    await store.addSealAnchor({ id: 'demo', pem: keys.anchors[0] ?? '', since: begins });
    const { key, tokenKey, document: did } = issuer;
    const credential = samplePaper();
    const { organisation, offers, number } = credential;
    const certificate = sample({ organisation: organisation.name, offers, number, since, until });
    const sealer = await openSealer(authority, new Date(begins));
    const conformity = sampleConformity();
    made = await makeRevision({ did, key, sealer }, { certificate, credential, conformity });
    const sealed = hash('sha256', made.find(({ kind }) => kind === 'certificate')?.bytes ?? '');
    const token = await signConformity(buildConformity({ credential, conformity }, sealed), tokenKey);
    const contentType = 'application/vc+jwt';
    made = [...made, { kind: 'conformity', bytes: Buffer.from(token), contentType }];
    const kept = made.map(async ({ kind, width, bytes, contentType }) => ({
      ...{ kind, revision: 1, digest: await files.save(bytes, contentType), size: bytes.length },
      ...(width !== undefined && { width }),
    }));
    await web.publish({
      ...specimenEntry,
      since,
      until,
      history: [...begun],
      files: await Promise.all(kept),
    });
    await writeFile(join(folder, 'root.json'), JSON.stringify((await trustRoots(web.deps))[0]));
  });
  after(() => web.stop());

  /** Moves to a day on which the register says something of the label. */
  async function live({ row, today = day, over }: Life, n: number): Promise<void> {
    const at = `${today}T09:00:00.000Z`;
    web.setClock(at);
    const { state = 'active', revision = 1, history = begun, ...others } = row;
    await web.connection
      .collection<{ _id: string }>('entries')
      .updateOne({ _id: labelNumber }, { $set: { state, revision, history: [...history], ...others } });
    // Lists are made anew every few hours, and end.
    const set = { revocation: over !== undefined, suspension: state === 'suspended' };
    for (const purpose of ['revocation', 'suspension'] as const) {
      const credential = await issued.list({ purpose, bits: set[purpose] ? [7, 1001] : [7], at });
      await web.deps.store.saveStatusList({ purpose, list: 1, version: n + 1, credential, at });
    }
  }

  it('are all that is issued, each badge in each of its widths', () => {
    expect(new Set(made.map(({ kind }) => kind))).to.deep.equal(new Set(issuedKinds));
    expect(made.length).to.be.above(issuedKinds.length);
  });

  for (const [n, [name, life]] of Object.entries(lives).entries())
    it(`agrees on page, API and command: ${name}`, async () => {
      const { verdict, valid, over } = life;
      const language = languages[n % languages.length] ?? 'fr';
      const { t, date } = i18n[language];
      await live(life, n);
      const api = await visitor.get(`/api/v1/labels/${labelNumber}`);
      expect(api.body.valid, 'API').to.equal(valid);
      const label = await visitor.get(`/${language}/labels/${labelNumber}`);
      expect(label.text.includes('verdict--valid'), 'page of the label').to.equal(valid);

      const kinds: readonly string[] = thorough.includes(name) ? issuedKinds : usual;
      const brought = made.filter(
        ({ kind }, i) =>
          name === 'active' || (kinds.includes(kind) && made.findIndex((one) => one.kind === kind) === i),
      );
      for (const { kind, width, bytes } of brought) {
        const file = `${kind} ${width ?? ''}`;
        const answer = await visitor.parts(
          `/${language}/verify`,
          (form) => form.attach('file', bytes, 'f'),
          'none',
        );
        const main = parse(answer.text).querySelector('main')?.text ?? '';
        expect(main, file).to.include(t(`verification.verdicts.${verdict}.title`, { host: '' }));
        expect(main.includes(t('verification.flaws.labelNotValid.says')), file).to.equal(!valid);
        if (over)
          expect(main, file).to.include(t('verification.verdicts.notValid.since', { since: date(over) }));
        // Whoever is told to rely on it, or not to, is told the same of the label.
        expect(main.includes(t('verification.holds.register')), file).to.equal(valid);
      }

      const lines: Buffer[] = [];
      for await (const line of trustBundle(web.deps)) lines.push(line);
      const [bundle, root, memory] = ['bundle', 'root.json', `memory-${n}`].map((one) =>
        join(folder, one),
      ) as [string, string, string];
      await writeFile(bundle, Buffer.concat(lines));
      for (const kind of usual) {
        const path = join(folder, 'file');
        await writeFile(path, made.find((one) => one.kind === kind)?.bytes ?? '');
        const told = await verifyOn(web.deps.clock.now(), path, {
          bundle,
          root,
          memory,
          language,
          json: true,
        });
        const data = JSON.parse(told.lines.join('\n'));
        expect([told.verdict, data.label?.valid], kind).to.deep.equal([verdict, valid]);
        expect(exitCodes[told.verdict], kind).to.equal(verdict === 'holds' ? 0 : 5);
      }
    });
});
