import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { HealthLine } from '../../../../src/commands/desk/health/healthLine.ts';
import { signingLines } from '../../../../src/commands/desk/health/signingLines.ts';
import type { Deps } from '../../../../src/commands/ports/ports.ts';
import { healthSentence } from '../../../../src/i18n/healthSentence.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { bundleKey, makeEd25519, specimenRoot } from '../../../../src/issuing/keys/bundleKey.ts';
import { makeKey } from '../../../../src/issuing/keys/credentialKeys.ts';
import { readKeyFolder } from '../../../../src/issuing/keys/keyFolder.ts';
import { makeSeal } from '../../../../src/issuing/keys/sealKeys.ts';
import { makeLogKey } from '../../../../src/issuing/log/logKey.ts';
import { certifyKey } from '../../../../src/issuing/seal/certifyKey.ts';
import { metadataKey } from '../../../../src/register/trust/signedMetadata.ts';
import { makeRoot, type TrustRoot } from '../../../../src/register/trust/trustRoot.ts';
import { testFolder } from '../../../support/run/folders.ts';
import { TestLog } from '../../../support/transparency/testLog.ts';

const now = new Date('2026-11-29T12:00:00.000Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const publicUrl = 'https://label.example';
const { en, fr, de, it: italian } = createI18n();

interface Seen {
  readonly root: TrustRoot | null;
  readonly published: Awaited<ReturnType<Deps['store']['issuerKeys']>>;
  readonly head: { readonly vkey: string; readonly held?: boolean } | null;
  readonly note: string | null;
  readonly witnesses: { readonly vkeys: readonly string[]; readonly quorum: number };
  readonly stamps: boolean;
  readonly specimen: boolean;
}

describe('everything that is signed with', () => {
  const log = new TestLog();
  let right: string;
  let folder: string;
  let seen: Seen;
  const authority = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const certified = (days: number) =>
    certifyKey(
      { name: 'Chambre', key: authority, usage: 'sealing', from: inDays(-400), until: inDays(days) },
      { name: 'Chambre', key: authority },
    );
  const settings = () => ({ folder, publicUrl, make: false });
  const rootUntil = async (days: number, threshold = 2): Promise<TrustRoot> => {
    const people = [0, 1].map(() => metadataKey(generateKeyPairSync('ed25519').privateKey));
    return makeRoot({
      ...{ did: 'did:web:label.example', version: 3, at: now.toISOString(), days, threshold },
      ...{ rootKeys: people, bundleKeys: [metadataKey(await bundleKey({ ...settings(), folder: right }))] },
    });
  };
  const sealUntil = async (days: number) => {
    await writeFile(
      join(folder, 'seal/key.pem'),
      authority.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    await writeFile(join(folder, 'seal/chain.pem'), certified(days));
  };
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const remove = (name: string) => rm(join(folder, name), { recursive: true });

  before(async () => {
    folder = join(await testFolder(), 'right');
    await mkdir(join(folder, 'seal'), { recursive: true });
    await makeKey(folder, 'key', 2026);
    await makeKey(folder, 'es256', 2026);
    await makeEd25519(join(folder, 'bundle.pem'));
    await makeLogKey(folder, 'label.example/log');
    await sealUntil(400);
    await write('time.pem', `${certified(-100)}${certified(400)}`);
    right = folder;
  });
  beforeEach(async () => {
    folder = join(await testFolder(), 'keys');
    await cp(right, folder, { recursive: true });
    log.at = inDays(-0.5).getTime() / 1000;
    const { log: logKey } = await readKeyFolder(settings());
    seen = {
      ...{ root: await rootUntil(400), published: [], stamps: true, specimen: false },
      head: typeof logKey === 'object' ? logKey : null,
      note: log.note(log.tree([])),
      witnesses: { vkeys: log.witnesses.map(({ vkey }) => vkey), quorum: 2 },
    };
  });

  const lines = (): Promise<HealthLine[]> => {
    const { root, published, head, note, witnesses, stamps, specimen } = seen;
    const checkpoint = note && { size: 0, note };
    const deps = {
      ...{ publicUrl, specimen },
      store: {
        issuerKeys: async () => published,
        logHead: async () => head && { ...head, checkpoint },
        publishedRoots: async () => (root ? [{ id: '', since: '', root }] : []),
      },
      issuing: { keyFolder: () => readKeyFolder(settings()), lasts: async () => stamps, witnesses },
    };
    return Promise.all(signingLines(deps as unknown as Deps, now));
  };
  const set = (change: Partial<Seen>) => {
    seen = { ...seen, ...change };
  };
  const publish = async (which: 'credential' | 'token', multibase?: string) => {
    const key = (await readKeyFolder(settings()))[which];
    if (typeof key === 'string') throw new Error(key);
    const distrustedAt = multibase ? null : now.toISOString();
    set({
      published: [{ ...key, ...(multibase && { multibase }), since: inDays(-1).toISOString(), distrustedAt }],
    });
  };

  /** What is done to what is right, and the one line that tells of it: its state, its light, its sentence. */
  const rows: readonly (readonly [string, () => unknown, string, RegExp])[] = [
    [
      'no key for credentials',
      () => remove('key-2026-1.json'),
      'keys none now',
      /holds no key for credentials/,
    ],
    ['one that is no key', () => write('key-2026-1.json', 'x'), 'keys unread now', /cannot be read/],
    ['one that is not trusted', () => publish('credential'), 'keys now now', /no longer trusted/],
    [
      'one of the name of another',
      () => publish('credential', 'z6MkOther'),
      'keys now now',
      /is not the published/,
    ],
    ['no key for tokens', () => remove('es256-2026-1.json'), 'tokens none soon', /no wallet takes a label/],
    [
      'one that cannot be read',
      () => write('es256-2026-1.json', '{}'),
      'tokens unread now',
      /nothing is issued/,
    ],
    ['one for tokens that is not trusted', () => publish('token'), 'tokens now now', /es256-2026-1 is not/],
    ['no seal', () => remove('seal'), 'seal none now', /holds no seal/],
    [
      'a seal that cannot be read',
      () => write('seal/chain.pem', certified(9).slice(0, 99)),
      'seal unread now',
      /be read/,
    ],
    [
      'the seal of development',
      () => remove('seal').then(() => makeSeal(folder, now)),
      'seal specimen now',
      /specimen/,
    ],
    ['a seal that ends soon', () => sealUntil(59), 'seal soon soon', /59 days left/],
    ['a seal that ended', () => sealUntil(-1), 'seal now now', /Expired on 2026-11-28/],
    [
      'no authority of time',
      () => set({ stamps: false }),
      'time none soon',
      /no longer trust our certificates/,
    ],
    ['no time.pem', () => remove('time.pem'), 'time keyless soon', /neither \/verify nor/],
    ['a time.pem without certificate', () => write('time.pem', 'x'), 'time unread now', /is not trusted/],
    ['one that ends soon', () => write('time.pem', certified(1)), 'time soon soon', /one day left/],
    ['one that ended', () => write('time.pem', certified(-9)), 'time now now', /expired on 2026-11-20/],
    ['no key of the log', () => remove('log.json'), 'log none now', /certificates are no longer issued/],
    [
      'one of the log that is none',
      () => write('log.json', '{"kty":"OKP"}'),
      'log unread now',
      /cannot be read/,
    ],
    ['another one', () => set({ head: { vkey: log.key.vkey } }), 'log wrong now', /not the published key/],
    [
      'a log that was restored',
      () => set({ head: seen.head && { ...seen.head, held: true } }),
      'log held now',
      /until it is shown the last head/,
    ],
    [
      'that of development',
      () => remove('log.json').then(() => makeLogKey(folder, 'localhost:3000/log')),
      'log specimen now',
      /another log \(localhost:3000\/log\)/,
    ],
    ['no root', () => set({ root: null }), 'root none soon', /no trust bundle \(503\)/],
    ['no key of bundles', () => remove('bundle.pem'), 'root keyless now', /no bundle\.pem.*\(503\)/],
    [
      'one of bundles that is none',
      () => write('bundle.pem', 'x'),
      'root unread now',
      /cannot be read.*\(503\)/,
    ],
    [
      'another one of bundles',
      () => remove('bundle.pem').then(() => makeEd25519(join(folder, 'bundle.pem'))),
      'root wrong now',
      /Root 3 does not name/,
    ],
    [
      'a root that ends soon',
      async () => set({ root: await rootUntil(60) }),
      'root soon soon',
      /60 days left/,
    ],
    [
      'a root that ended',
      async () => set({ root: await rootUntil(-1) }),
      'root now now',
      /expired on 2026-11-28/,
    ],
    [
      'a root of one person',
      async () => set({ root: await rootUntil(400, 1) }),
      'root alone soon',
      /One person/,
    ],
    [
      'the root of development',
      async () => set({ root: await specimenRoot({ ...settings(), make: true }, now.toISOString()) }),
      'root alone soon',
      /--threshold 2/,
    ],
    ['no witnesses', () => set({ witnesses: { vkeys: [], quorum: 0 } }), 'witnesses none soon', /Set three/],
    [
      'two witnesses',
      () => set({ witnesses: { ...seen.witnesses, vkeys: seen.witnesses.vkeys.slice(1) } }),
      'witnesses alone soon',
      /at least two out of three/,
    ],
    [
      'a quorum of one',
      () => set({ witnesses: { ...seen.witnesses, quorum: 1 } }),
      'witnesses alone soon',
      /LOG_QUORUM/,
    ],
    [
      'a witness that is away',
      () => set({ note: log.note(log.tree([]), log.witnesses.slice(1)) }),
      'witnesses soon soon',
      /2 of 3 witnesses/,
    ],
    [
      'two that are away',
      () => set({ note: log.note(log.tree([]), log.witnesses.slice(2)) }),
      'witnesses now now',
      /1 of 3 .* log is not trusted/,
    ],
    [
      'a head that nobody saw for a day',
      () => {
        log.at = inDays(-2).getTime() / 1000;
        set({ note: log.note(log.tree([])) });
      },
      'witnesses now now',
      /0 of 3/,
    ],
  ];

  it('is well where everything is right, and where nothing has begun', async () => {
    const states = async () => (await lines()).map(({ what, state, light }) => `${what} ${state} ${light}`);
    const names = ['keys', 'tokens', 'seal', 'time', 'log', 'root', 'witnesses'];
    expect(await states()).to.deep.equal(names.map((what) => `${what} good good`));
    set({ head: null });
    await remove('log.json');
    expect((await states()).filter((state) => !state.endsWith('good good'))).to.deep.equal([
      'log unbegun good',
    ]);
  });

  it('needs neither root nor witnesses nor time nor a bought seal for specimens', async () => {
    set({ specimen: true, root: null, stamps: false, witnesses: { vkeys: [], quorum: 0 } });
    await remove('seal');
    await makeSeal(folder, now);
    const told = await lines();
    expect(told.filter(({ light }) => light !== 'good')).to.deep.equal([]);
    // Nor does it say that there is no bundle: whoever asks for one is given one.
    expect(told.find(({ what }) => what === 'root')?.state).to.equal('unbegun');
  });

  for (const [what, change, expected, sentence] of rows) {
    it(`says of ${what} how it stands and what to do, in one line and four languages`, async () => {
      await change();
      const wrong = (await lines()).filter(({ light }) => light !== 'good');
      expect(wrong.map((one) => `${one.what} ${one.state} ${one.light}`)).to.deep.equal([expected]);
      for (const words of [en, fr, de, italian]) {
        const { name, says, todo } = healthSentence(wrong[0] as HealthLine, words);
        expect([name, says, todo].filter((text) => text === '' || text.startsWith('health.'))).to.deep.equal(
          [],
        );
        if (words === en) expect(`${says} ${todo}`).to.match(sentence);
      }
    });
  }
});
