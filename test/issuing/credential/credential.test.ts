import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { CredentialPaper } from '../../../src/commands/ports/issuingPorts.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { buildCredential } from '../../../src/issuing/credential/buildCredential.ts';
import { type Credential, credentialShape } from '../../../src/issuing/credential/credentialShape.ts';
import { offlineLoader } from '../../../src/issuing/credential/offlineLoader.ts';
import { signCredential } from '../../../src/issuing/credential/signCredential.ts';
import { verifyCredential } from '../../../src/issuing/credential/verifyCredential.ts';
import { didDocument } from '../../../src/register/didDocument.ts';
import { sampleIssuer, samplePaper } from './credentialSample.ts';

const at = '2026-11-24T09:00:00.000Z';

/** Ways to every value that is no object. */
function leavesOf(node: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([step, child]) => leavesOf(child, [...path, step]));
}

/** The text with its last digit or letter replaced by another of its kind, so that most stay well formed. */
const nextDigitOrLetter = (text: string) =>
  text.replace(/[\p{L}\d](?=[^\p{L}\d]*$)/u, (sign) =>
    /\d/.test(sign) ? (sign === '1' ? '2' : '1') : sign === 'a' ? 'b' : 'a',
  );

describe('issuing/credential', () => {
  let issuer: Awaited<ReturnType<typeof sampleIssuer>>;
  before(async () => {
    issuer = await sampleIssuer();
  });

  const signed = async (change: Partial<CredentialPaper> = {}) =>
    signCredential(buildCredential(samplePaper(change)), issuer.key, issuer.document, at);
  const flawOf = (value: unknown, document = issuer.document) => verifyCredential(value, document);
  const failed = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      (error: Error) => error.message,
    );

  it('verifies, in every language, with and without scores, identifier and specimen', async () => {
    const few = { scores: null, specimen: false, standing: 'provisional' } as const;
    const organisation = { id: 'O-1', name: 'Association', identifier: null };
    for (const language of languages) {
      expect(await flawOf(await signed({ language }))).to.equal(null);
      expect(await flawOf(await signed({ language, organisation, ...few }))).to.equal(null);
    }
  });

  it('names each number by the register that gave it out', () => {
    const kindOf = (identifier: string) => {
      const organisation = { id: 'O-1', name: 'Association', identifier };
      return buildCredential(samplePaper({ organisation })).credentialSubject.identifier[1]?.identityType;
    };
    const kinds = {
      'CHE-123.456.788': 'ext:UID',
      '732 829 320': 'ext:SIREN',
      '732 829 320 00074': 'ext:SIRET',
      '00743110157': 'ext:CodiceFiscale',
    };
    for (const [identifier, kind] of Object.entries(kinds)) expect(kindOf(identifier)).to.equal(kind);
  });

  it('is valid from the first to the last moment of its days in Geneva, across daylight saving', async () => {
    const { validFrom, validUntil } = await signed();
    expect([validFrom, validUntil]).to.deep.equal(['2026-10-31T23:00:00.000Z', '2029-10-31T22:59:59.999Z']);
    expect((await signed({ since: '2026-07-01' })).validFrom).to.equal('2026-06-30T22:00:00.000Z');
  });

  it('is marked for a specimen, and not for a real label', async () => {
    expect((await signed()).name).to.match(/^Spécimen sans valeur/);
    expect((await signed({ specimen: false })).name).to.equal(
      'Label Made in ESS – Boulangerie Spécimen, coopérative',
    );
  });

  it('names a provisional label as such, and its achievement without that', async () => {
    const [clean, provisional] = [await signed(), await signed({ standing: 'provisional', specimen: false })];
    expect(provisional.name).to.equal('Label provisoire Made in ESS – Boulangerie Spécimen, coopérative');
    expect(clean.name).to.not.include('provisoire');
    expect(provisional.credentialSubject).to.deep.equal(clean.credentialSubject);
  });

  it('is the same however an accent was typed', async () => {
    const named = (form: 'NFC' | 'NFD') =>
      signed({
        organisation: { id: 'O-1', name: 'Épicerie coopérative'.normalize(form), identifier: null },
        offers: ['Pâtés végétaux'.normalize(form)],
      });
    expect(await named('NFD')).to.deep.equal(await named('NFC'));
  });

  it('is reproducible for the same label, and does not change its input', async () => {
    const unsigned = buildCredential(samplePaper());
    const before = JSON.stringify(unsigned);
    const [one, two] = [
      await signCredential(unsigned, issuer.key, issuer.document, at),
      await signCredential(unsigned, issuer.key, issuer.document, at),
    ];
    expect(JSON.stringify(one)).to.equal(JSON.stringify(two));
    expect(JSON.stringify(unsigned)).to.equal(before);
    expect(one.proof).to.be.an('array').with.length(1);
  });

  it('fetches nothing: contexts are embedded, the first as the standard pins it', async () => {
    const main = createRequire(import.meta.url).resolve('@digitalbazaar/credentials-context');
    const file = join(dirname(main), '..', 'contexts', 'v2.jsonld');
    // What VCDM 2.0 names in B.1 is the digest of a file with other white space; its content is this one's.
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).to.equal(
      '8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f',
    );
    const load = offlineLoader(issuer.document);
    const { document } = await load('https://www.w3.org/ns/credentials/v2');
    expect(document).to.deep.equal(JSON.parse(readFileSync(file, 'utf8')));
    for (const url of ['https://label.example/x', 'did:web:other.example', 'file:///etc/passwd']) {
      expect(await failed(load(url))).to.include('is not embedded');
    }
  });

  it('is not signed when its shape violates the standard', async () => {
    const good = buildCredential(samplePaper());
    const wrong: Readonly<Record<string, object>> = {
      'a status list beside another': { credentialStatus: [good.credentialStatus] },
      'an index that is a number': { credentialStatus: { ...good.credentialStatus, statusListIndex: 7 } },
      'an entry that is its list': {
        credentialStatus: { ...good.credentialStatus, id: good.credentialStatus.statusListCredential },
      },
      'a type that is no list': { type: 'OpenBadgeCredential' },
      'a time without zone': { validFrom: '2026-11-01T00:00:00' },
      'evidence that is no list': { evidence: good.evidence[0] },
      'an unknown kind of identity': {
        credentialSubject: {
          ...good.credentialSubject,
          identifier: [{ ...good.credentialSubject.identifier[0], identityType: 'UID' }],
        },
      },
      'a score that is a number': {
        credentialSubject: {
          ...good.credentialSubject,
          result: [{ ...good.credentialSubject.result?.[0], value: 72 }],
        },
      },
      'a term of the other context 3.0.3': { endorsementJwt: ['x'] },
      'contexts in another order': { '@context': [...good['@context']].reverse() },
      'no organisation': { credentialSubject: undefined },
    };
    for (const [what, change] of Object.entries(wrong)) {
      expect(credentialShape.safeParse({ ...good, ...change }).success, what).to.equal(false);
      const attempt = { ...good, ...change } as Credential;
      // Without the type that names its shape, it is held to that of a list, and is none either.
      expect(await failed(signCredential(attempt, issuer.key, issuer.document, at)), what).to.be.a('string');
    }
  });

  it('is not signed with an undefined term', async () => {
    const good = buildCredential(samplePaper());
    const unknown = { ...good, credentialSubject: { ...good.credentialSubject, colour: 'green' } };
    expect(await failed(signCredential(unknown, issuer.key, issuer.document, at))).to.include('colour');
  });

  it('is not signed by a key that its issuer does not list', async () => {
    const other = await sampleIssuer(issuer.did, 'key-2026-2');
    const attempt = signCredential(buildCredential(samplePaper()), other.key, issuer.document, at);
    expect(await failed(attempt)).to.equal('what was signed does not verify: unknownKey');
  });

  it('fails verification with another issuer, a removed key, or a key of the same name', async () => {
    const credential = await signed();
    const other = await sampleIssuer('did:web:other.example');
    expect(await flawOf(credential, other.document)).to.equal('otherIssuer');
    expect(await flawOf(credential, didDocument(issuer.did, []))).to.equal('unknownKey');
    expect(await flawOf(credential, (await sampleIssuer()).document)).to.equal('signature');
    const listed = { ...issuer.document, assertionMethod: [] };
    expect(await flawOf(credential, listed)).to.equal('unknownKey');
  });

  it('fails verification when another issuer signed in our name, or a key names itself as its controller', async () => {
    const other = await sampleIssuer('did:web:other.example');
    const publicUrl = 'https://other.example';
    const theirs = await signCredential(
      buildCredential(samplePaper({ publicUrl })),
      other.key,
      other.document,
      at,
    );
    const ours = { ...theirs, issuer: buildCredential(samplePaper()).issuer };
    expect(await flawOf(ours)).to.equal('unknownKey');
    const fragment = `${issuer.did}#${other.key.multibase}`;
    const named = { ...ours, proof: [{ ...theirs.proof[0], verificationMethod: fragment }] };
    expect(await flawOf(named)).to.equal('unknownKey');
  });

  it('still verifies with an old key beside a new one', async () => {
    const credential = await signed();
    const next = await sampleIssuer(issuer.did, 'key-2026-2');
    const keys = [issuer.key, next.key].map(({ name: id, multibase }) => ({ id, multibase }));
    expect(await flawOf(credential, didDocument(issuer.did, keys))).to.equal(null);
  });

  it('fails verification with a changed value, or a duplicate, missing or foreign proof', async () => {
    const credential = await signed();
    const [proof] = credential.proof;
    const subject = { ...credential.credentialSubject, licenseNumber: 'MIE-26-00043-B' };
    expect(await flawOf({ ...credential, credentialSubject: subject })).to.equal('signature');
    expect(await flawOf({ ...credential, validUntil: '2039-10-31T22:59:59.999Z' })).to.equal('signature');
    for (const wrong of [[], [proof, proof], proof, [{ ...proof, cryptosuite: 'eddsa-jcs-2022' }]]) {
      expect(await flawOf({ ...credential, proof: wrong })).to.equal('shape');
    }
    for (const wrong of [null, 7, 'x', [], {}, { ...credential, more: 1 }, { ...credential, jti: 'x' }]) {
      expect(await flawOf(wrong)).to.equal('shape');
    }
  });

  it('fails verification after changing any single value', async () => {
    const credential = await signed();
    const text = JSON.stringify(credential);
    const paths = leavesOf(credential);
    expect(paths).to.have.length.above(50);
    for (const path of paths) {
      const changed = JSON.parse(text);
      const last = path.at(-1) ?? '';
      const holder = path.slice(0, -1).reduce((node, step) => node[step], changed);
      const value = holder[last];
      holder[last] = typeof value === 'string' ? nextDigitOrLetter(value) : !value;
      expect(await flawOf(changed), path.join('.')).to.be.a('string');
    }
  });

  it('accepts the longest names and the most offers, with quotes and markup', async () => {
    const name = `« L’Œuvre & l’Énergie » "<Sàrl>" \\ 'Zürich' ${'ß'.repeat(80)}`.slice(0, 120);
    const offers = Array.from({ length: 30 }, (_none, i) => `${i} – ${name}`);
    const credential = await signed({ organisation: { id: 'O-1', name, identifier: null }, offers });
    expect(credential.credentialSubject.identifier[0]?.identityHash).to.equal(name);
    expect(await flawOf(JSON.parse(JSON.stringify(credential)))).to.equal(null);
  });

  it('accepts any name and offer of a label, and detects any change to them', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .filter((text) => text.trim() !== '');
    const papers = fc.record({ name, offers: fc.array(name, { minLength: 1, maxLength: 30 }) });
    await fc.assert(
      fc.asyncProperty(papers, async ({ name: given, offers }) => {
        const organisation = { id: 'O-1', name: given, identifier: null };
        const credential = await signed({ organisation, offers });
        const read = JSON.parse(JSON.stringify(credential));
        expect(await flawOf(read)).to.equal(null);
        read.credentialSubject.identifier[0].identityHash += '.';
        expect(await flawOf(read)).to.equal('signature');
      }),
      { numRuns: 25 },
    );
  });
});
