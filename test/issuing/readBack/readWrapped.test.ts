import { expect } from 'chai';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { readFile } from '../../../src/issuing/readBack/readFile.ts';
import { type Issued, issue, today, trustIn } from './issued.ts';

const context = ['https://www.w3.org/ns/credentials/v2'];
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token whose signature nobody asks for: what is around a credential is not checked. */
const tokenOf = (payload: object) => `${part({ alg: 'ES256' })}.${part(payload)}.c2ln`;
const shown = (...verifiableCredential: readonly unknown[]) => ({
  '@context': context,
  type: ['VerifiablePresentation'],
  verifiableCredential,
});
const enveloped = (data: string, type = 'EnvelopedVerifiableCredential') => ({
  '@context': context,
  id: `data:${data}`,
  type,
});

/** What others make around a credential and a token of ours. */
const wrappers: Readonly<Record<string, (credential: string, token: string) => unknown>> = {
  'a presentation': (credential) => shown(JSON.parse(credential)),
  'a presentation of one, not as a list': (credential) => ({
    ...shown(),
    verifiableCredential: JSON.parse(credential),
  }),
  'a presentation that a holder signed': (credential) => ({
    ...shown(JSON.parse(credential)),
    holder: 'did:example:holder',
    proof: { type: 'DataIntegrityProof', proofValue: 'z1' },
  }),
  'a token in an envelope': (_, token) => enveloped(`application/vc+jwt,${token}`),
  'a credential in an envelope': (credential) =>
    enveloped(`application/vc;base64,${Buffer.from(credential).toString('base64')}`),
  'a presentation of a token in an envelope': (_, token) => shown(enveloped(`application/vc+jwt,${token}`)),
  'a presentation of a token': (_, token) => shown(token),
  'a presentation as a token': (credential) => tokenOf(shown(JSON.parse(credential))),
  'a presentation as a token of version 1.1': (_, token) => tokenOf({ iss: 'x', vp: shown(token) }),
  'a presentation in an envelope': (_, token) =>
    enveloped(`application/vp+jwt,${tokenOf(shown(token))}`, 'EnvelopedVerifiablePresentation'),
};

describe('issuing/readBack/readWrapped', () => {
  let issued: Issued;
  before(async () => {
    issued = await issue();
  });

  const verify = (wrapped: unknown, row = {}) => {
    const text = typeof wrapped === 'string' ? wrapped : JSON.stringify(wrapped);
    const trust = trustIn(issued, { row });
    return verifyFile({ trust, readingBack: { read: readFile } }, Buffer.from(text), today);
  };
  const token = () => issued.files.token.toString();

  for (const [name, wrap] of Object.entries(wrappers))
    it(`reads a genuine credential inside ${name}, and says that the rest is not checked`, async () => {
      const wrapped = wrap(issued.credential, token());
      const { verdict, number, checks, ...told } = await verify(wrapped);
      expect([verdict, told.wrapped, number]).to.deep.equal(['altered', true, 'MIE-26-00042-D']);
      const wrong = checks.filter(({ result }) => result === 'fails' || result === 'unknown');
      expect(wrong.map(({ name, flaw }) => [name, flaw])).to.deep.equal([['fileKnown', 'fileUnknown']]);
      expect((await verify(wrapped, { state: 'withdrawn' })).verdict).to.equal('fails');

      const forged = (text: string) => text.replaceAll('Boulangerie', 'Boucherie');
      const [head = '', body = '', signature = ''] = token().split('.');
      const other = `${head}.${Buffer.from(forged(Buffer.from(body, 'base64url').toString())).toString('base64url')}.${signature}`;
      expect((await verify(wrap(forged(issued.credential), other))).verdict).to.equal('fails');
    });

  it('believes no presentation of two credentials, of none, or of presentations without end', async () => {
    const credential = JSON.parse(issued.credential);
    const deep = (n: number): unknown => (n === 0 ? credential : shown(deep(n - 1)));
    for (const wrapped of [shown(credential, credential), shown(credential, token()), shown(), deep(9)])
      expect((await verify(wrapped)).verdict).to.equal('fails');
  });
});
