// Budget: 7 s.
import { buildCredential } from '../../../src/issuing/credential/buildCredential.ts';
import type { SignedCredential } from '../../../src/issuing/credential/credentialShape.ts';
import { signCredential } from '../../../src/issuing/credential/signCredential.ts';
import { sampleIssuer, samplePaper } from '../credential/credentialSample.ts';
import { type FailedChecks, type Fixture, testFlaws } from './flawTable.ts';
import { type Issued, labelNumber } from './issued.ts';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const at = '2026-11-01T00:00:00Z';

/** The label's own credential, changed after it was signed. */
function changed(change: (credential: SignedCredential) => object): Fixture['make'] {
  return ({ credential }) => json(change(JSON.parse(credential)));
}

/** Its bytes are none that we issued. */
const unissued = { fileKnown: 'fileUnknown' } as const;

const noShape: FailedChecks = {
  ...unissued,
  credential: 'credentialShape',
  issuerKey: 'unknown',
  status: 'unknown',
  period: 'unknown',
};
const malformed = (flaw: string, change: Parameters<typeof changed>[0]): Fixture => ({
  flaw,
  make: changed(change),
  expected: noShape,
});

testFlaws('credentials of no or of another form', [
  malformed('a credential of another type', (all) => ({ ...all, type: ['VerifiableCredential', 'Diploma'] })),
  malformed('a credential without a proof', ({ proof: _, ...all }) => all),
  malformed('a credential with two proofs', (all) => ({ ...all, proof: [all.proof[0], all.proof[0]] })),
  malformed('a proof that is no list', (all) => ({ ...all, proof: all.proof[0] })),
  malformed('another cryptosuite', (all) => ({
    ...all,
    proof: [{ ...all.proof[0], cryptosuite: 'eddsa-jcs-2022' }],
  })),
  malformed('a proof for another purpose', (all) => ({
    ...all,
    proof: [{ ...all.proof[0], proofPurpose: 'authentication' }],
  })),
  malformed('an unknown term', (all) => ({ ...all, endorsementJwt: [] })),
  malformed('another context', (all) => ({
    ...all,
    '@context': [...all['@context'], 'https://evil.example'],
  })),
  malformed('an index that is a number', (all) => ({
    ...all,
    credentialStatus: { ...all.credentialStatus, statusListIndex: 1001 },
  })),
  malformed('no status entry', ({ credentialStatus: _, ...all }) => all),
  malformed('the number of another label in its address', (all) => ({
    ...all,
    id: all.id.replace(labelNumber, 'MIE-26-00043-B'),
  })),
  ...[
    ['a name before the genuine one', '"name":', '"name":"Faux SA","name":'],
    ['the same name written otherwise', '"name":', '"n\\u0061me":"Faux SA","name":'],
    ['a second name within a list', '"identityHash":', '"identityHash":"Faux SA","identityHash":'],
    ['the same value twice', '"type":', '"type":["VerifiableCredential","OpenBadgeCredential"],"type":'],
  ].map(([flaw = '', what = '', by = '']) => ({
    flaw,
    make: ({ credential }: Issued) => Buffer.from(credential.replace(what, () => by)),
    expected: { ...noShape, credential: 'repeatedName' },
  })),
  { flaw: 'JSON that is no credential', make: () => json({}), expected: noShape },
  { flaw: 'JSON that is cut short', make: ({ files }) => files.json.subarray(0, 900), expected: noShape },
  { flaw: 'JSON nested deeply', make: () => Buffer.from(`{"a":${'['.repeat(400_000)}`), expected: noShape },
  {
    flaw: 'JSON longer than any credential',
    make: () => json({ a: 'x'.repeat(1_000_000) }),
    expected: 'credentialTooLong',
  },
]);

const forged = async ({ key }: Awaited<ReturnType<typeof sampleIssuer>>, { issuer }: Issued) => {
  const method = { ...issuer.document.verificationMethod[0], id: key.id, publicKeyMultibase: key.multibase };
  const document = { ...issuer.document, verificationMethod: [method], assertionMethod: [key.id] };
  return json(await signCredential(buildCredential(samplePaper()), key, document as never, at));
};
/** Nothing vouches for what it says: what is so is not confirmed. */
const unsigned = { status: 'unknown', period: 'unknown', revision: 'unknown', register: 'unknown' } as const;
const otherKey = { credential: 'unknown', issuerKey: 'unknownKey' } as const;
const unknownKey: FailedChecks = { ...unissued, ...unsigned, ...otherKey };
const wrongSignature: FailedChecks = {
  ...unissued,
  ...unsigned,
  credential: 'credentialChanged',
  issuerKey: 'unknown',
};

testFlaws('credentials that were not signed by us', [
  {
    flaw: 'one letter of a name changed',
    make: changed((all) => ({ ...all, name: `${all.name}.` })),
    expected: { ...wrongSignature, log: 'logOther' },
  },
  {
    flaw: 'another organisation in its place',
    make: ({ credential }) => Buffer.from(credential.replaceAll('Boulangerie', 'Boucherie')),
    expected: { ...wrongSignature, log: 'logOther', register: 'otherName' },
  },
  {
    flaw: 'a later end',
    make: ({ credential }) => Buffer.from(credential.replace('2029-10-31', '2099-10-31')),
    expected: { ...wrongSignature, log: 'logOther', register: 'otherDates' },
  },
  {
    flaw: 'an offer more',
    make: ({ credential }) => Buffer.from(credential.replace('\\n- Pain', '\\n- Vin\\n- Pain')),
    expected: { ...wrongSignature, log: 'logOther', register: 'otherOffers' },
  },
  {
    flaw: 'a credential of another issuer',
    make: async ({ sign }) => {
      const other = await sampleIssuer('did:web:other.example');
      return json(await sign({ publicUrl: 'https://other.example' }, other));
    },
    expected: { ...unknownKey, issuerKey: 'otherIssuer' },
  },
  {
    flaw: 'a credential in our name, signed under another name',
    make: async (issued) => forged(await sampleIssuer('did:web:other.example'), issued),
    expected: { ...unknownKey, log: 'logMissing' },
  },
  {
    flaw: 'a key of ours that is not among those of the document any more',
    make: ({ files }) => Buffer.from(JSON.stringify(JSON.parse(String(files.json)), null, 1)),
    also: async () => ({ did: (await sampleIssuer('did:web:label.example', 'key-2026-2')).document }),
    expected: unknownKey,
  },
  {
    flaw: 'a key that is published but signs nothing',
    make: ({ sign }) => sign().then(json),
    also: ({ issuer }) => ({ did: { ...issuer.document, assertionMethod: [] } }),
    expected: { ...otherKey, status: 'unknown' },
  },
  {
    flaw: 'the name of our key on another key',
    make: async ({ sign }) => json(await sign({}, await sampleIssuer())),
    expected: wrongSignature,
  },
  {
    flaw: 'a key named by its own bytes',
    make: async (issued) => {
      const { key } = await sampleIssuer();
      const named = await sampleIssuer('did:web:label.example', key.multibase);
      return forged(named, issued);
    },
    expected: { ...unknownKey, log: 'logMissing' },
  },
]);
