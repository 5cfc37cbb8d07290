/** What is used of libraries that come without types. */
declare module '@digitalbazaar/vc' {
  interface Loaded {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  type DocumentLoader = (url: string) => Promise<Loaded>;
  interface Options {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: DocumentLoader;
    readonly now: string;
  }
  export function issue(options: Options): Promise<{ readonly proof: { readonly proofValue: string } }>;
  export function verifyCredential(
    options: Options & { readonly checkStatus: () => Promise<{ readonly verified: boolean }> },
  ): Promise<{ readonly verified: boolean; readonly error?: Error & { readonly errors?: readonly Error[] } }>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: {
      readonly cryptosuite: object;
      readonly date?: string;
      readonly signer?: {
        readonly algorithm: 'Ed25519';
        readonly id: string;
        sign(input: { readonly data: Uint8Array }): Promise<Uint8Array>;
      };
    });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function fromJwk(options: { jwk: object }): Promise<{ readonly publicKeyMultibase: string }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  type List = { setStatus(index: number, status: boolean): void };
  export function createList(options: { readonly length: number }): Promise<List>;
  type Options = { readonly id: string; readonly list: List; readonly statusPurpose: string };
  export function createCredential(options: Options): Promise<{ readonly credentialSubject: object }>;
}

declare module '@digital*-context' {
  export const contexts: ReadonlyMap<string, object>;
}
