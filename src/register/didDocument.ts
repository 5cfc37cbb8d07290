/** A public key of the issuer: `id` is the fragment of its DID URL (`key-2026-1`), `multibase` the Ed25519 key (`z6Mk…`). */
export interface PublicKey {
  readonly id: string;
  readonly multibase: string;
}

export type DidDocument = ReturnType<typeof didDocument>;

/** The name of the issuer, from the address of the service (did:web: a port is percent-encoded). */
export function didOf(publicUrl: string): string {
  return `did:web:${new URL(publicUrl).host.replace(':', '%3A')}`;
}

/**
 * The document that says which keys the issuer signs with. Methods are named by their full URL, as strings: verifiers compare
 * them so (docs/design/issuing.md#credential). A key that is not trusted any more is simply not among them.
 */
export function didDocument(did: string, keys: readonly PublicKey[]) {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, multibase }) => ({
      id: `${did}#${id}`,
      type: 'Multikey' as const,
      controller: did,
      publicKeyMultibase: multibase,
    })),
    assertionMethod: keys.map(({ id }) => `${did}#${id}`),
  };
}
