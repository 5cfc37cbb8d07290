// Tier: all. Budget: 10 s.
import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { RevisionAsk } from '../../../src/commands/items/items.ts';
import { askRevision } from '../../../src/commands/label/askRevision.ts';
import { labelActor } from '../../../src/commands/label/changeLabel.ts';
import { enterChange } from '../../../src/commands/label/logEntries.ts';
import { changeLabelledOffer } from '../../../src/commands/label/offers/labelledOffer.ts';
import { takeDown } from '../../../src/commands/label/offers/takeDown.ts';
import { suspendLabel } from '../../../src/commands/label/sanctions/suspension.ts';
import { carryOutRetention } from '../../../src/commands/privacy/carryOutRetention.ts';
import { eraseOrganisation } from '../../../src/commands/privacy/eraseOrganisation.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { auditLog } from '../../../src/commands/transparency/audit/auditLog.ts';
import { growLog } from '../../../src/commands/transparency/growLog.ts';
import { storeTrust } from '../../../src/commands/verify/trust.ts';
import { trustRoots } from '../../../src/commands/verify/trustRoots.ts';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { readBackInProcess } from '../../../src/issuing/readBack/readBackInProcess.ts';
import { dayOf } from '../../../src/register/day.ts';
import { readNoteKey } from '../../../src/transparency/read/noteKey.ts';
import { type Cast, castOf } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { refusalOf } from '../../support/refusal.ts';
import { suspension } from '../../support/samples/suspension.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const renamed = 'Boulangerie Spécimen & Filles';
const moved = 'Moulin Spécimen, coopérative';
const dropped = 'Nom jamais porté';

describe('what leaves the register leaves the statements beside the public log', () => {
  let web: TestWeb;
  let visitor: Browser;
  let cast: Cast;
  let holder: IssuedLabel;
  const readingBack = readBackInProcess();
  /** Every credential that was issued, by its revision. */
  const credentials = new Map<number, Buffer>();
  before(async () => {
    web = await testWeb('erased-statements', { publicUrl: 'https://label.example' });
    visitor = await web.browser();
    cast = await castOf(web);
    await trustRoots(web.deps);
    holder = await issueLabel(web, cast, 'holder');
  });
  after(() => web.stop());

  const label = async () => requireVisible(await web.deps.store.label(holder.number));
  const entry = async () => requireVisible(await web.deps.store.entry(holder.number));
  const ask = async (asked: RevisionAsk) => {
    const { id: number, revision, context } = await label();
    const actor = await labelActor(web.deps, cast.officer, { context });
    await askRevision(web.deps, actor, { number, revision, ...asked });
  };
  const suspend = async () => {
    const { id: number, revision } = await label();
    await suspendLabel(web.deps, cast.officer, { number, revision, ...suspension, until: '2027-01-31' });
  };

  const served = async (path: string): Promise<Buffer | null> => {
    const { status, body, text } = await visitor.get(path).buffer(true);
    if (status !== 200) return null;
    return Buffer.isBuffer(body) ? body : Buffer.from(text);
  };
  const statements = async () => {
    const { size } = requireVisible((await web.deps.store.logHead())?.checkpoint);
    return String(await served(`/log/statements/000.p/${size}`))
      .trimEnd()
      .split('\n');
  };
  /** What `made-in-ess log audit` finds, and how many statements it calls erased. */
  const audit = async () => {
    await growLog(web.deps);
    const keys = JSON.parse(String(await served('/log/keys.json')));
    const now = web.deps.clock.now();
    const report = await auditLog({
      source: {
        file: (path) => served(`/log/${path}`),
        siteFile: (path) => served(`/${path}`),
        siteLines: async function* (path) {
          yield* String(await served(`/${path}`))
            .split('\n')
            .filter((line) => line !== '');
        },
      },
      policy: { log: readNoteKey(keys.log), witnesses: [], quorum: 0 },
      heads: [],
      now,
      today: dayOf(now.toISOString()),
      settle: async () => {},
    });
    return { found: report.findings.told, erased: report.erased };
  };
  /** How the proof that a credential carries is judged, its statement erased or not. */
  const proofs = async () => {
    const { files } = await entry();
    for (const { revision, digest } of files.filter(({ kind }) => kind === 'credential'))
      credentials.set(revision, requireVisible(await web.deps.files.read(digest)).bytes);
    const trust = storeTrust(web.deps);
    const today = dayOf(web.deps.clock.now().toISOString());
    const judged = [...credentials.values()].map(async (bytes) => {
      const { checks } = await verifyFile({ trust, readingBack }, bytes, today);
      return checks.find(({ name }) => name === 'log')?.result;
    });
    return Promise.all(judged);
  };

  /** What takes something away, how many statements it erases, and names that are to be found nowhere in the log then. */
  const kinds: Record<string, { act: () => Promise<unknown>; erases: number; gone?: () => string[] }> = {
    'an organisation that holds a label': {
      act: async () => {
        const { organisationId, owner } = holder;
        const input = { organisationId, typed: (await entry()).organisation.name };
        expect(await refusalOf(eraseOrganisation(web.deps, owner, input))).to.equal(
          'refused organisationSubmitted',
        );
      },
      erases: 0,
    },
    'the person who answers for it': {
      act: async () => {
        const { id: personId, email: typed } = holder.owner;
        expect(await refusalOf(erasePerson(web.deps, holder.owner, { personId, typed }))).to.match(
          /^refused/,
        );
      },
      erases: 0,
    },
    'retention, years later': {
      act: () => carryOutRetention(web.deps, new Date('2045-01-01T00:00:00.000Z')),
      erases: 0,
    },
    'what nobody assessed of an offer, taken down': {
      act: async () => {
        const { organisationId, owner } = holder;
        const { id: number, revision, offers } = await label();
        const { id: offerId } = requireVisible(offers[0]);
        const price = { organisationId, number, offerId, revision, price: 'Prix Spécimen' };
        await changeLabelledOffer(web.deps, owner, price);
        const why = {
          part: 'price',
          code: 'misleading',
          reason: 'Ce prix n’est pas celui qui est demandé dans le magasin du spécimen.',
        } as const;
        await takeDown(web.deps, cast.officer, { number, revision: revision + 1, offerId, ...why });
      },
      erases: 0,
    },
    'a name that was corrected': { act: () => ask({ cause: 'name', name: renamed }), erases: 1 },
    'a name that was to be corrected, but the label was suspended meanwhile': {
      act: async () => {
        await ask({ cause: 'name', name: dropped });
        await suspend();
      },
      erases: 1,
      gone: () => [dropped],
    },
    'a label that moved to another organisation': {
      act: async () => {
        await ask({ cause: 'restored', reason: 'Spécimen' });
        await web.work();
        const { legalForm, commune, sector } = (await entry()).organisation;
        await ask({
          cause: 'organisation',
          name: moved,
          organisation: { legalForm, commune, sector, identifier: '' },
        });
      },
      // Under the name that it had: revised, suspended, dropped, revised and restored.
      erases: 5,
      gone: () => [renamed],
    },
    'an offer that was taken out': {
      act: async () => {
        const [first, ...others] = (await label()).offers;
        removed = others.map(({ name }) => name);
        await ask({ cause: 'scope', offers: [requireVisible(first).id], reason: 'Spécimen' });
      },
      erases: 1,
      gone: () => removed,
    },
  };
  let removed: string[] = [];

  it('erases each with the commit that takes it away; entries, audit and proofs hold', async () => {
    let erased = 0;
    for (const [kind, { act, erases, gone = () => [] }] of Object.entries(kinds)) {
      const before = await proofs();
      await act();
      await web.work();
      erased += erases;
      const lines = await statements();
      expect(lines.filter((line) => line === '{"erased":true}').length, kind).to.equal(erased);
      for (const name of gone()) expect(lines.join(), kind).to.not.include(name);
      expect(await audit(), kind).to.deep.equal({ found: [], erased });
      const after = await proofs();
      expect(after.length, kind).to.be.at.least(before.length);
      expect(new Set(after), kind).to.deep.equal(new Set(['holds']));
    }
    expect(removed).to.not.deep.equal([]);
  });

  it('gives out no credential that says what is not said any more', async () => {
    const { revision } = await entry();
    expect(revision).to.be.greaterThan(2);
    for (let n = 1; n < revision; n += 1)
      for (const kind of ['credentials', 'conformity'])
        expect(await served(`/${kind}/${holder.number}/${n}`), `${kind} ${n}`).to.equal(null);
    const { files } = await entry();
    const { digest } = requireVisible(files.find(({ kind }) => kind === 'certificate'));
    const certificate = `/labels/${holder.number}/certificate.pdf?digest=`;
    expect(await served(`${certificate}${digest}`)).to.equal(null);
    // They are withheld, and kept for whoever brings one.
    for (const file of files) expect(await web.deps.files.read(file.digest)).to.not.equal(null);
    expect(String(await served(`/credentials/${holder.number}/${revision}`))).to.include(moved);
    await ask({ cause: 'key' });
    await web.work();
    expect(String(await served(`/credentials/${holder.number}/${revision}`))).to.include(moved);
  });

  it('erases what a job enters that had read the register before', async () => {
    const { deps } = web;
    await suspend();
    const { store } = deps;
    const [line] = (await store.records(`labels/${holder.number}`)).slice(-1);
    const old = { ...(await entry()), organisation: { ...(await entry()).organisation, name: renamed } };
    let looks = 0;
    const late = { ...store, entry: async (number: string) => (looks++ === 0 ? old : store.entry(number)) };
    await enterChange({ ...deps, store: late }, await label(), requireVisible(line), 'label.suspended');
    expect((await statements()).join()).to.not.include(renamed);
    expect((await statements()).at(-1)).to.equal('{"erased":true}');
  });
});
