import { assessedThemes } from '../../../src/commands/label/assessedThemes.ts';
import type { ConformityPaper, CredentialPaper } from '../../../src/commands/ports/issuingPorts.ts';
import type { Language } from '../../../src/criteria/scheme.ts';
import { makeCredentialJwk, openCredentialKey } from '../../../src/issuing/credential/credentialKey.ts';
import { makeTokenJwk, openTokenKey } from '../../../src/issuing/credential/tokenKey.ts';
import { type DidDocument, didDocument } from '../../../src/register/didDocument.ts';
import { noMarks } from '../../../src/scoring/marks.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

/** The issuer of these tests, a key of it for credentials and one for tokens, and its document. */
export async function sampleIssuer(did = 'did:web:label.example', name = 'key-2026-1') {
  const key = await openCredentialKey(did, name, makeCredentialJwk());
  const tokenKey = openTokenKey(did, name.replace('key', 'es256'), makeTokenJwk());
  const keys = [key, tokenKey].map(({ name: id, multibase }) => ({ id, multibase }));
  const document: DidDocument = didDocument(did, keys);
  return { did, key, tokenKey, document };
}

/** A paper with everything in it. */
export function samplePaper(change: Partial<CredentialPaper> = {}): CredentialPaper {
  return {
    number: 'MIE-26-00042-D',
    revision: 1,
    organisation: { id: 'O-1', name: 'Boulangerie Spécimen, coopérative', identifier: 'CHE-123.456.788' },
    offers: ['Pain au levain de blé genevois', 'Ateliers de boulangerie pour écoles'],
    criteria: {
      version: '1.0.0',
      title: 'Critères Made in ESS',
      address: 'https://label.example/fr/criteria/1.0.0',
    },
    since: '2026-11-01',
    until: '2029-10-31',
    issuedAt: '2026-11-24T09:00:00.000Z',
    language: 'fr',
    standing: 'clean',
    scores: [{ theme: 'TRV', name: 'Travail', score: 72.4 }],
    status: { list: 1, index: 1001 },
    publicUrl: 'https://label.example',
    specimen: true,
    ...change,
  };
}

/** What the conformity credential of that paper says beside it, of the criteria that are published. */
export function sampleConformity(
  offers: ConformityPaper['offers'] = [
    { id: 'PAIN', name: 'Pain au levain de blé genevois' },
    { id: 'ATELIER', name: 'Ateliers de boulangerie pour écoles' },
  ],
  language: Language = 'fr',
): ConformityPaper {
  return { offers, themes: assessedThemes(realScheme('1.0.0'), 'first', language, noMarks) };
}
