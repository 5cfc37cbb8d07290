import type { LoggedStatement, SaltedProof } from '../../../../src/commands/ports/issuingPorts.ts';
import type { Conformity } from '../../../../src/issuing/conformity/conformityShape.ts';
import { signConformity } from '../../../../src/issuing/conformity/conformityToken.ts';
import { logged, loggedConformity, statementFor } from '../../../support/transparency/loggedStatement.ts';
import { TestLog } from '../../../support/transparency/testLog.ts';
import { samplePaper } from '../../credential/credentialSample.ts';
import type { Issued } from '../issued.ts';
import { type Forgery, replaced } from './forgery.ts';

const said = statementFor(samplePaper());
const fails = 'fails' as const;

/** What whoever stole the key of credentials, but not the public log, can sign: the genuine content with another proof. */
function signedWith(enter: (issued: Issued) => LoggedStatement | null): Forgery['make'] {
  return async (issued) => Buffer.from(JSON.stringify(await issued.sign({}, issued.issuer, enter(issued))));
}

/** The genuine proof, changed. */
const changed = (what: string | RegExp, by: string) =>
  signedWith(({ log }) => {
    const entered = logged(log, said);
    return { ...entered, proof: replaced(entered.proof, what, by) };
  });
const ofStatement = (statement: Partial<typeof said>) =>
  signedWith(({ log }) => logged(log, { ...said, ...statement }));

const scores = [{ theme: 'TRV', name: 'Travail', score: 100 }];
/** What whoever stole the key of tokens, but not the public log, can sign. */
const token =
  (make: (issued: Issued) => readonly [Conformity, SaltedProof?]): Forgery['make'] =>
  async (issued) => {
    const [conformity, entered] = make(issued);
    if (!entered) return Buffer.from(await signConformity(conformity, issued.issuer.tokenKey));
    return (await issued.signToken(conformity, entered)).bytes;
  };
const otherCertificate = ({ conformity }: Issued): Conformity => {
  const { credentialSubject: of, ...all } = conformity();
  const certificate = { ...of.conformityCertificate, hashDigest: '0'.repeat(64) };
  return { ...all, credentialSubject: { ...of, conformityCertificate: certificate } };
};

/** Proofs of the public log. */
export const proofForgeries: readonly Forgery[] = [
  {
    flaw: 'no proof, though the label is in the log',
    make: signedWith(() => null),
    verdict: fails,
    because: 'logMissing',
  },
  {
    flaw: 'no proof in a certificate under our own seal',
    make: async ({ sign, issuer, certificate }) => certificate(JSON.stringify(await sign({}, issuer, null))),
    verdict: fails,
    because: 'logMissing',
  },
  {
    flaw: 'a proof of a log of the same name that a forger keeps',
    make: signedWith(() => logged(new TestLog(), said)),
    verdict: fails,
    because: 'otherLog',
  },
  {
    flaw: 'a proof whose head only a witness signed',
    make: changed(/— label\.example\/log .+\n/, ''),
    verdict: fails,
    because: 'otherLog',
  },
  {
    flaw: 'a proof of another place',
    make: changed('index 1', 'index 0'),
    verdict: fails,
    because: 'logForged',
  },
  {
    flaw: 'a proof with a head of another size',
    make: changed('\n2\n', '\n3\n'),
    verdict: fails,
    because: 'logForged',
  },
  {
    flaw: 'a proof without one of its hashes',
    make: changed(/(index 1\n).+\n/, 'index 1\n'),
    verdict: fails,
    because: 'logForged',
  },
  {
    flaw: 'a proof with the signature of a witness under another head',
    make: signedWith(({ log }) => {
      const entered = logged(log, said);
      const [line = ''] = /— witness1.+\n/.exec(logged(log, { ...said, salt: 'BBBB' }).proof) ?? [];
      return { ...entered, proof: replaced(entered.proof, /— witness1.+\n/, line) };
    }),
    verdict: fails,
    because: 'logForged',
  },
  {
    flaw: 'a proof with another statement than was entered',
    make: signedWith(({ log }) => ({
      ...logged(log, said),
      statement: JSON.stringify({ ...said, until: '2099-10-31' }),
    })),
    verdict: fails,
    because: 'logForged',
  },
  {
    flaw: 'the entry of another label in the log',
    make: ofStatement({ number: 'MIE-26-00043-B' }),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'the entry of another revision in the log',
    make: ofStatement({ revision: 2 }),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'other scores beside the genuine proof',
    make: async ({ sign, issuer, log }) =>
      Buffer.from(JSON.stringify(await sign({ scores }, issuer, logged(log, said)))),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'other scores in a certificate under our own seal',
    make: async ({ sign, issuer, log, certificate }) =>
      certificate(JSON.stringify(await sign({ scores }, issuer, logged(log, said)))),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'the entry of a credential with another salt',
    make: ofStatement({ salt: 'BBBB' }),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'a token without a proof, though it is in the log',
    make: token(({ conformity }) => [conformity()]),
    verdict: fails,
    because: 'logMissing',
  },
  {
    flaw: 'a token for another certificate with the genuine proof',
    make: token((issued) => [otherCertificate(issued), loggedConformity(issued.log, issued.conformity())]),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'a token with another salt than was entered',
    make: token(({ log, conformity }) => [
      conformity(),
      { ...loggedConformity(log, conformity()), salt: 'BBBB' },
    ]),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'a token with the proof of its Open Badge',
    make: token(({ log, conformity }) => [conformity(), { salt: said.salt, log: logged(log, said) }]),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'an Open Badge with the proof of its token',
    make: signedWith(({ log, conformity }) => loggedConformity(log, conformity()).log),
    verdict: fails,
    because: 'logOther',
  },
  {
    flaw: 'a token with a proof of a log of the same name that a forger keeps',
    make: token(({ conformity }) => [conformity(), loggedConformity(new TestLog(), conformity())]),
    verdict: fails,
    because: 'otherLog',
  },
  {
    flaw: 'the entry of another organisation in the log',
    make: ofStatement({ organisation: 'Faux SA' }),
    verdict: fails,
    because: 'logOther',
  },
];
