import { X509Certificate } from 'node:crypto';
import type { SealAnchor } from '../../commands/ports/issuedPorts.ts';
import type { DidDocument } from '../../register/didDocument.ts';

/**
 * The issuer's document with the seals of its PDF files: the key of each with its certificate and those that it leads to, up to the root
 * (`x5c`). They sign no credential, and so are no method of assertion.
 */
export function withSeals(document: DidDocument, anchors: readonly SealAnchor[]) {
  if (anchors.length === 0) return document;
  const methods = anchors.map(({ id, pem, issuers = [] }) => {
    const chain = [pem, ...issuers].map((one) => new X509Certificate(one));
    return {
      id: `${document.id}#seal-${id.slice(0, 16)}`,
      type: 'JsonWebKey',
      controller: document.id,
      publicKeyJwk: {
        ...new X509Certificate(pem).publicKey.export({ format: 'jwk' }),
        x5c: chain.map(({ raw }) => raw.toString('base64')),
      },
    };
  });
  return {
    ...document,
    '@context': [...new Set([...document['@context'], 'https://w3id.org/security/jwk/v1'])],
    verificationMethod: [...document.verificationMethod, ...methods],
  };
}
