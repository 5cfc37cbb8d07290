import type { KeyObject } from 'node:crypto';
import { expect } from 'chai';
import { type BundleFault, bundleFaults, openBundle } from '../../../src/commands/verify/bundleTrust.ts';
import { metadataKey } from '../../../src/register/trust/signedMetadata.ts';
import { makeRoot, rootDigest, type TrustRoot } from '../../../src/register/trust/trustRoot.ts';
import { type RootBy, sampleKey, sampleRoot, signedLines } from '../../support/samples/sampleBundle.ts';

const at = '2026-11-24T12:00:00.000Z';
const now = '2026-11-25T12:00:00.000Z';
const lastMoment = '2026-12-08T11:59:59.000Z';
const version = Date.parse(at) / 1000;

const people = [sampleKey(), sampleKey(), sampleKey()] as const;
const [online, newer, forger] = [sampleKey(), sampleKey(), sampleKey()] as const;
const [one, two, three] = people;
const root = (also: Partial<RootBy> = {}) => sampleRoot({ people, online: [online], threshold: 2, ...also });
const first = root({ signedBy: [one, three] });
/** Takes the key of bundles away, and one of the people. */
const rotation = { version: 2, people: [one, two], online: [newer] } as const;
const second = root(rotation);
const withTwoKeys = root({ signedBy: [one, two], online: [online, newer] });
const byForger = { people: [forger], online: [forger], threshold: 1 };

const row = (n: number) => ({
  ...{ number: `MIE-26-0000${n}-0`, revision: 1, state: 'active', standing: 'clean', since: '2026-11-02' },
  ...{ until: '2029-11-01', history: [], organisation: `No. ${n}`, offers: [], successor: null },
  files: [{ revision: 1, digest: String(n).repeat(64) }],
});
const head = (roots: readonly TrustRoot[], did = 'did:web:label.example', version = 2) => ({
  ...{
    type: 'made-in-ess-trust-bundle',
    version,
    at,
    roots,
    anchors: [],
    anchorIssuers: [],
    timeAnchors: [],
    statusLists: [],
  },
  did: { '@context': ['a'], id: did, verificationMethod: [], assertionMethod: [] },
});
const bundle = (roots: readonly TrustRoot[] = [first], key: KeyObject = online, when = at, did?: string) =>
  signedLines([head(roots, did), row(1), row(2), row(3)], when, key);

/** The lines of a genuine bundle, changed. */
const spoilt = (change: (lines: string[]) => string[]): Buffer =>
  Buffer.from(change(String(bundle()).split('\n')).join('\n'));
const moved = ([head = '', one = '', two = '', ...others]: string[]) => [head, two, one, ...others];
const [signature] = second.signatures;
const signedTwice = { ...second, signatures: [signature, signature].flatMap((one) => one ?? []) };
const [keyId = '', key] = Object.entries(first.signed.keys)[0] ?? [];
const twoNames = {
  ...second,
  signed: {
    ...second.signed,
    keys: { ...second.signed.keys, [(keyId.startsWith('0') ? '1' : '0') + keyId.slice(1)]: key },
  },
} as TrustRoot;

interface Case {
  readonly name: string;
  readonly bundle: Buffer;
  readonly fault: BundleFault | null;
  readonly trusted?: TrustRoot;
  readonly least?: number;
  readonly on?: string;
}

const cases: readonly Case[] = [
  { name: 'a genuine one', bundle: bundle(), fault: null },
  { name: 'the same again', bundle: bundle(), least: version, fault: null },
  { name: 'one that ends in a second', bundle: bundle(), on: lastMoment, fault: null },
  { name: 'one by the next root', bundle: bundle([first, second], newer), fault: null },
  { name: 'one by the root that is known', bundle: bundle([first], online), trusted: first, fault: null },
  {
    name: 'a lower version by a new key, as the lost one may have said any',
    ...{ bundle: bundle([first, second], newer), least: 2 ** 50, fault: null },
  },
  {
    name: 'a lower version once one of two keys is lost',
    ...{ bundle: bundle([withTwoKeys, second], newer), trusted: withTwoKeys, least: 2 ** 50, fault: null },
  },

  { name: 'nothing', bundle: Buffer.alloc(0), fault: 'notBundle' },
  {
    name: 'one of the form before signatures',
    bundle: signedLines([head([first], undefined, 1), row(1)], at, online),
    fault: 'notBundle',
  },
  { name: 'one without a root', bundle: bundle([]), fault: 'notBundle' },
  {
    name: 'a root in which a key has two names',
    bundle: bundle([first, twoNames], newer),
    fault: 'notBundle',
  },

  { name: 'one signed by a key of its own', bundle: bundle([first], forger), fault: 'notSigned' },
  { name: 'one with a root of its own', bundle: bundle([root(byForger)], forger), fault: 'notSigned' },
  {
    name: 'one with a next root of its own',
    bundle: bundle([first, root({ ...byForger, version: 2 })], forger),
    fault: 'rootNotFollowed',
  },
  { name: 'one signed by a person of the root', bundle: bundle([first], one), fault: 'notSigned' },

  {
    name: 'one with another digest',
    bundle: spoilt((l) => l.map((line) => line.replace('2'.repeat(64), '9'.repeat(64)))),
    fault: 'changed',
  },
  {
    name: 'one with a row more',
    bundle: spoilt((l) => [...l.slice(0, 2), JSON.stringify(row(4)), ...l.slice(2)]),
    fault: 'changed',
  },
  { name: 'one with a row less', bundle: spoilt(([head = '', , ...l]) => [head, ...l]), fault: 'changed' },
  { name: 'one with its rows in another order', bundle: spoilt(moved), fault: 'changed' },
  {
    name: 'one whose row stands twice',
    bundle: spoilt(([head = '', row = '', ...l]) => [head, row, row, ...l]),
    fault: 'changed',
  },
  {
    name: 'one whose first line says a later day',
    bundle: spoilt((l) => l.map((line) => line.replace(at, now))),
    fault: 'changed',
  },
  {
    name: 'one with a key of credentials more',
    bundle: spoilt((l) => l.map((line) => line.replace('"anchors":[]', '"anchors":["PEM"]'))),
    fault: 'changed',
  },
  { name: 'one without its last line', bundle: spoilt((l) => l.slice(0, -2)), fault: 'notSigned' },
  { name: 'one that ends in a row', bundle: bundle().subarray(0, -800), fault: 'notSigned' },
  { name: 'one that ends in its signature', bundle: bundle().subarray(0, -9), fault: 'notSigned' },
  {
    name: 'one with something after its signature',
    bundle: Buffer.concat([bundle(), Buffer.from('{}\n')]),
    fault: 'notSigned',
  },
  {
    name: 'one with a later end',
    bundle: spoilt((l) => l.map((line) => line.replace('2026-12-08', '2027-12-08'))),
    fault: 'notSigned',
  },
  {
    name: 'one with a higher version',
    bundle: spoilt((l) => l.map((line) => line.replace(`"version":${version}`, `"version":${version + 9}`))),
    fault: 'notSigned',
  },

  { name: 'an older one', bundle: bundle(), least: version + 1, fault: 'replayed' },
  { name: 'one after its fourteen days', bundle: bundle(), on: '2026-12-08T12:00:00.000Z', fault: 'tooOld' },
  { name: 'one of after tomorrow', bundle: bundle(), on: '2026-11-23T11:00:00.000Z', fault: 'ahead' },
  {
    name: 'one by a root that has ended',
    bundle: bundle([root({ days: 55 })]),
    trusted: root({ days: 55 }),
    fault: 'rootTooOld',
  },

  {
    name: 'one of another issuer',
    bundle: bundle([root({ did: 'did:web:other.example' })], online, at, 'did:web:other.example'),
    fault: 'otherIssuer',
  },
  {
    name: 'one with the keys of another issuer',
    bundle: bundle([first], online, at, 'did:web:other.example'),
    fault: 'otherIssuer',
  },
  {
    name: 'a next root of another issuer',
    bundle: bundle([first, root({ ...rotation, did: 'did:web:other.example' })], newer),
    fault: 'rootNotFollowed',
  },

  {
    name: 'one by the key that the next root took away',
    bundle: bundle([first, second], online),
    fault: 'notSigned',
  },
  {
    name: 'the same, without that root, for who knows it',
    bundle: bundle([first], online),
    trusted: second,
    fault: 'notSigned',
  },
  {
    name: 'a next root by too few of those before',
    bundle: bundle([first, root({ ...rotation, signedBy: [one] })], newer),
    fault: 'rootNotFollowed',
  },
  {
    name: 'a next root that its own new people did not sign',
    bundle: bundle([first, root({ ...rotation, people: [forger, newer], signedBy: [one, two] })], newer),
    fault: 'rootNotFollowed',
  },
  {
    name: 'a next root that one person signed twice',
    bundle: bundle([first, signedTwice], newer),
    fault: 'rootNotFollowed',
  },
  {
    name: 'a root after the next one',
    bundle: bundle([first, root({ ...rotation, version: 3 })], newer),
    fault: 'rootNotFollowed',
  },
  {
    name: 'a reader’s root that too few signed',
    bundle: bundle(),
    trusted: root({ signedBy: [two] }),
    fault: 'rootNotSigned',
  },
  {
    name: 'a reader’s root that was changed',
    bundle: bundle(),
    trusted: { ...first, signed: { ...first.signed, version: 3 } },
    fault: 'rootNotSigned',
  },
];

const open = (bytes: Buffer, { trusted = first, least = 0, on = now }: Partial<Case> = {}) =>
  openBundle(
    async function* () {
      // In pieces that end anywhere.
      for (let from = 0; from < bytes.length; from += 301) yield bytes.subarray(from, from + 301);
    },
    { root: trusted, least },
    new Date(on),
  );

describe('commands/verify, trust bundle', () => {
  it('is believed only where it is whole, in time, and signed by whom its reader trusts', async () => {
    const found = await Promise.all(
      cases.map(async (one) => {
        const trust = await open(one.bundle, one);
        return [one.name, 'fault' in trust ? trust.fault : null];
      }),
    );
    expect(found).to.deep.equal(cases.map(({ name, fault }) => [name, fault]));
    expect(new Set(cases.flatMap(({ fault }) => fault ?? []))).to.deep.equal(new Set(bundleFaults));
  });

  it('leads to the newest root', async () => {
    const trust = await open(bundle([first, second], newer));
    if ('fault' in trust) throw new Error(trust.fault);
    expect([rootDigest(trust.root), trust.version]).to.deep.equal([rootDigest(second), version]);
  });

  it('says nothing of a bundle that is changed after it was checked', async () => {
    let bytes = bundle();
    async function* current(): AsyncGenerator<Buffer> {
      yield bytes;
    }
    const trust = await openBundle(current, { root: first, least: 0 }, new Date(now));
    if ('fault' in trust) throw new Error(trust.fault);
    expect((await trust.row(row(2).number))?.organisation).to.equal('No. 2');
    bytes = Buffer.from(String(bytes).replace('No. 2', 'No. 9'));
    const failure = await trust.row(row(2).number).catch((error: Error) => error.message);
    expect(failure).to.equal('the trust bundle was changed while it was read');
  });

  it('ends at a line that no bundle has, however long the file is', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.alloc(1 << 20, 'a');
    }
    const failure = await openBundle(endless, { root: first, least: 0 }, new Date(now)).catch(String);
    expect(failure).to.include('a line of it is longer');
  });

  it('takes no root that fewer people make than must sign', () => {
    const paper = {
      did: 'did:web:label.example',
      version: 1,
      at,
      days: 1,
      bundleKeys: [metadataKey(online)],
    };
    const make = (keys: readonly KeyObject[], threshold: number) => () =>
      makeRoot({ ...paper, threshold, rootKeys: keys.map(metadataKey) });
    expect(make([one], 2)).to.throw('2 different root keys are needed at least');
    expect(make([one, one], 1)).to.throw('different root keys');
    expect(make([one, two], 2)).to.not.throw();
  });
});
