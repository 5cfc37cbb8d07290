import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import { signCredential } from '../../../src/issuing/credential/signCredential.ts';
import { buildStatusList } from '../../../src/issuing/credential/statusList.ts';
import { sampleIssuer } from '../credential/credentialSample.ts';
import { type Fixture, testFlaws } from './flawTable.ts';
import type { Issued } from './issued.ts';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const at = '2026-11-01T00:00:00Z';

const listed = (flaw: string, also: NonNullable<Fixture['also']>, status: string): Fixture => ({
  flaw,
  make: ({ files }) => files.json,
  also,
  expected: { status },
});
const shortList = async ({ issuer }: Issued): Promise<string> => {
  const paper = { purpose: 'revocation', list: 1, bits: [], at, publicUrl: 'https://label.example' } as const;
  const built = await buildStatusList(paper);
  const list = await createList({ length: 1000 });
  const made = await createCredential({ id: built.id, list, statusPurpose: 'revocation' });
  const { encodedList } = (made as typeof built).credentialSubject;
  const short = { ...built, credentialSubject: { ...built.credentialSubject, encodedList } };
  return JSON.stringify(await signCredential(short, issuer.key, issuer.document, at));
};

testFlaws('status lists', [
  listed(
    'a revoked credential',
    async ({ list }) => ({ statusLists: [await list({ bits: [1001] })] }),
    'revoked',
  ),
  listed(
    'a suspended label',
    async ({ list }) => ({
      statusLists: [await list({ bits: [1001] }), await list({ purpose: 'suspension', bits: [1001] })],
    }),
    'suspended',
  ),
  listed(
    'a status list that ended',
    async ({ list }) => ({ statusLists: [await list({ at: '2026-10-27T12:00:00Z' })] }),
    'statusListOld',
  ),
  listed(
    'a credential revoked by a list that ended',
    async ({ list }) => ({ statusLists: [await list({ at: '2026-10-27T12:00:00Z', bits: [1001] })] }),
    'revoked',
  ),
  listed('no status list', () => ({ statusLists: [] }), 'statusListMissing'),
  listed('a status list that is no JSON', () => ({ statusLists: ['null', 'u'] }), 'statusListMissing'),
  listed(
    'the list of another number',
    async ({ list }) => ({ statusLists: [await list({ list: 2 })] }),
    'statusListMissing',
  ),
  listed(
    'a status list changed after it was signed',
    async ({ list }) => ({ statusLists: [(await list()).replace('T00:00:00Z', 'T00:00:01Z')] }),
    'statusListForged',
  ),
  listed(
    'a status list of another issuer',
    async () => {
      const other = await sampleIssuer('did:web:other.example');
      const paper = {
        purpose: 'revocation',
        list: 1,
        bits: [],
        at,
        publicUrl: 'https://label.example',
      } as const;
      const built = { ...(await buildStatusList(paper)), issuer: { id: other.did, name: 'Made in ESS' } };
      return { statusLists: [JSON.stringify(await signCredential(built, other.key, other.document, at))] };
    },
    'statusListForged',
  ),
  listed(
    'a status list of another purpose',
    async ({ list }) => {
      const suspension = await list({ purpose: 'suspension', bits: [] });
      return { statusLists: [suspension.replaceAll('/suspension-', '/revocation-')] };
    },
    'statusListForged',
  ),
  listed(
    'a signed list of another purpose under the address of the list',
    async ({ issuer }) => {
      const paper = {
        purpose: 'revocation',
        list: 1,
        bits: [],
        at,
        publicUrl: 'https://label.example',
      } as const;
      const built = await buildStatusList(paper);
      const other = {
        ...built,
        credentialSubject: { ...built.credentialSubject, statusPurpose: 'suspension' as const },
      };
      return { statusLists: [JSON.stringify(await signCredential(other, issuer.key, issuer.document, at))] };
    },
    'statusListSilent',
  ),
  listed(
    'a status list that is too short',
    async (issued) => ({ statusLists: [await shortList(issued)] }),
    'statusListSilent',
  ),
  {
    flaw: 'an index that no list has',
    make: async ({ sign }) => json(await sign({ status: { list: 1, index: 131_072 } })),
    expected: { fileKnown: 'fileUnknown', status: 'statusListSilent' },
  },
]);

testFlaws('credentials that were true once, or of another label', [
  {
    flaw: 'an expired credential',
    make: ({ files }) => files.json,
    today: '2029-11-01',
    expected: { status: 'statusListOld', period: 'expired', register: 'labelNotValid' },
  },
  {
    flaw: 'a credential whose period has not begun',
    make: ({ files }) => files.json,
    today: '2026-10-31',
    expected: { period: 'notYet' },
  },
  {
    flaw: 'a label that was withdrawn',
    make: ({ files }) => files.json,
    row: { state: 'withdrawn' },
    expected: { register: 'labelNotValid' },
  },
  {
    flaw: 'an earlier revision',
    make: ({ files }) => files.json,
    row: { revision: 2, organisation: 'Boulangerie renommée' },
    expected: { revision: 'replaced' },
  },
  {
    flaw: 'a revision that the register does not know yet',
    make: async ({ sign }) => json(await sign({ revision: 2 })),
    expected: { fileKnown: 'fileUnknown', revision: 'laterRevision' },
  },
  {
    flaw: 'a number that the register does not know',
    make: async ({ sign }) => json(await sign({ number: 'MIE-26-00043-B' })),
    expected: { fileKnown: 'fileUnknown', revision: 'unknown', register: 'numberUnknown' },
  },
  {
    flaw: 'another name than the register says',
    make: ({ files }) => files.json,
    row: { organisation: 'Boucherie Spécimen' },
    expected: { register: 'otherName' },
  },
  {
    flaw: 'other offers than the register says',
    make: async ({ sign }) => json(await sign({ offers: ['Vin'] })),
    expected: { fileKnown: 'fileUnknown', register: 'otherOffers' },
  },
  {
    flaw: 'other dates than the register says',
    make: async ({ sign }) => json(await sign({ until: '2030-10-31' })),
    expected: { fileKnown: 'fileUnknown', register: 'otherDates' },
  },
]);
