import { sampleIssuer } from '../../credential/credentialSample.ts';
import { credentialBy, credentialWith, type Forgery } from './forgery.ts';

const name = 'Boulangerie Spécimen';
const fails = 'fails' as const;
const changed = { verdict: fails, because: 'credentialChanged' } as const;
const shape = { verdict: fails, because: 'credentialShape' } as const;
const twice = { verdict: fails, because: 'repeatedName' } as const;

/** Credentials as JSON. */
export const credentialForgeries: readonly Forgery[] = [
  {
    flaw: 'another name first, the genuine one last',
    make: credentialWith('"name":', '"name":"Faux SA","name":'),
    ...twice,
  },
  {
    flaw: 'the genuine name first, another one last',
    make: ({ credential }) => Buffer.from(credential.replace(/\}$/, ',"name":"Faux SA"}')),
    ...twice,
  },
  {
    flaw: 'a name said twice, once with an escaped letter',
    make: credentialWith('"name":', '"n\\u0061me":"Faux SA","name":'),
    ...twice,
  },
  {
    flaw: 'two subjects',
    make: credentialWith(
      '"credentialSubject":',
      '"credentialSubject":{"name":"Faux SA"},"credentialSubject":',
    ),
    ...twice,
  },
  {
    flaw: 'two names of an organisation in a list',
    make: credentialWith('"identityHash":', '"identityHash":"Faux SA","identityHash":'),
    ...twice,
  },
  { flaw: 'a proof that is said twice', make: credentialWith('"proof":', '"proof":[],"proof":'), ...twice },
  {
    flaw: 'a prototype with another name',
    make: credentialWith('{', '{"__proto__":{"name":"Faux SA"},'),
    ...shape,
  },
  {
    flaw: 'two credentials one after the other',
    make: ({ credential }) => Buffer.from(`${credential}\n${credential}`),
    ...shape,
  },
  {
    flaw: 'a list of credentials',
    make: ({ credential }) => Buffer.from(`[${credential}]`),
    verdict: 'unread',
    because: 'unknownKind',
  },
  {
    flaw: 'a genuine credential in the presentation of another holder',
    make: credentialBy((all) => ({
      '@context': all['@context'],
      type: ['VerifiablePresentation'],
      holder: 'did:web:faux.example',
      verifiableCredential: [all],
    })),
    verdict: 'altered',
    because: 'fileUnknown',
  },
  { flaw: 'a comment in the JSON', make: credentialWith('{', '{/* Faux SA */'), ...shape },
  {
    flaw: 'JSON in sixteen bits',
    make: ({ credential }) => Buffer.from(`\uFEFF${credential}`, 'utf16le'),
    verdict: 'unread',
    because: 'unknownKind',
  },
  {
    flaw: 'a Cyrillic letter in the name',
    make: ({ credential }) => Buffer.from(credential.replaceAll(name, name.replace('a', 'а'))),
    ...changed,
  },
  {
    flaw: 'a dotless ı in the name',
    make: ({ credential }) => Buffer.from(credential.replaceAll(name, name.replaceAll('i', 'ı'))),
    ...changed,
  },
  {
    flaw: 'a letter of no width in the name',
    make: ({ credential }) => Buffer.from(credential.replaceAll(name, `${name}\u200B`)),
    ...changed,
  },
  {
    flaw: 'the name in decomposed letters',
    make: ({ credential }) => Buffer.from(credential.normalize('NFD')),
    ...changed,
  },
  {
    flaw: 'the same end in another zone',
    make: credentialBy((all) => ({ ...all, validUntil: all.validUntil.replace('Z', '+00:00') })),
    ...changed,
  },
  { flaw: 'a later end', make: credentialWith('2029-10-31', '2099-10-31'), ...changed },
  {
    flaw: 'the entry of another credential in the status list',
    make: credentialBy((all) => ({
      ...all,
      credentialStatus: { ...all.credentialStatus, statusListIndex: '1002' },
    })),
    ...changed,
  },
  {
    flaw: 'a status list of a forger',
    make: credentialWith(
      '"statusListCredential":"https://label.example',
      '"statusListCredential":"https://faux.example',
    ),
    ...changed,
  },
  {
    flaw: 'the proof of another credential of ours',
    make: async ({ credential, sign }) => {
      const { proof } = await sign({ number: 'MIE-26-00043-B' });
      return Buffer.from(JSON.stringify({ ...JSON.parse(credential), proof }));
    },
    ...changed,
  },
  {
    flaw: 'the proof of an earlier revision',
    make: async ({ credential, sign }) => {
      const { proof } = await sign({ offers: ['Pain'] });
      return Buffer.from(JSON.stringify({ ...JSON.parse(credential), proof }));
    },
    ...changed,
  },
  {
    flaw: 'a proof by a key that the forger published in our name',
    make: async ({ sign }) => Buffer.from(JSON.stringify(await sign({}, await sampleIssuer()))),
    ...changed,
  },
  {
    flaw: 'an issuer whose host only begins like ours',
    make: async ({ sign }) => {
      const other = await sampleIssuer('did:web:label.example.faux.example');
      return Buffer.from(
        JSON.stringify(await sign({ publicUrl: 'https://label.example.faux.example' }, other)),
      );
    },
    verdict: fails,
    because: 'otherIssuer',
  },
  {
    flaw: 'a result that is better than the one that was signed',
    make: credentialWith('"value":"72"', '"value":"99"'),
    ...changed,
  },
  {
    flaw: 'a credential of a later revision than there is',
    make: async ({ sign }) => Buffer.from(JSON.stringify(await sign({ revision: 9 }))),
    verdict: fails,
    because: 'laterRevision',
  },
];
