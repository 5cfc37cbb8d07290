import type { Person } from '../items/items.ts';
import type { Deps } from './ports.ts';

/** One request to sign in by letter, until it is used or expires; only its address is stored in clear. */
export interface SignInRequest {
  readonly id: string;
  readonly email: string;
  /** argon2id of the six digits: so few that a plain digest would tell them. */
  readonly codeHash: string;
  /** sha-256 of the token in the link, which is long enough. */
  readonly tokenHash: string;
  /** sha-256 of a secret that only the browser that asked has in its session. */
  readonly browserHash: string;
  readonly expiresAt: string;
}

/** Requests to sign in by letter. */
export interface SignIns {
  save(request: SignInRequest): Promise<void>;
  /** The request of this browser with one more try counted; null when there is none in time, or after `max` tries. */
  tryCode(id: string, browserHash: string, at: string, max: number): Promise<SignInRequest | null>;
  byToken(tokenHash: string, at: string): Promise<SignInRequest | null>;
  /** Consumes a request: true once only. */
  take(id: string): Promise<boolean>;
}

/** Digests of codes that are short: slow by intent, off the event loop, few at once. */
export interface CodeHasher {
  hash(code: string): Promise<string>;
  matches(hash: string, code: string): Promise<boolean>;
}

/** A key that a device keeps for one person (WebAuthn); what is kept here opens nothing. */
export interface Passkey {
  /** Of the credential, as base64url. */
  readonly id: string;
  readonly personId: string;
  /** COSE key, as base64url. */
  readonly publicKey: string;
  /** Uses that the device counted; 0 for devices that count none. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: string;
  readonly usedAt: string | null;
  /** Browser and system it was made with, in a few words. */
  readonly device: string;
}

/** The passkeys of people. */
export interface Passkeys {
  of(personId: string): Promise<Passkey[]>;
  find(id: string): Promise<Passkey | null>;
  /** False when a passkey of that id is there already. */
  add(passkey: Passkey): Promise<boolean>;
  /** Notes a use; false when the counter did not move forward, which a copied key gives away. */
  use(id: string, counter: number, at: string): Promise<boolean>;
  remove(personId: string, id: string): Promise<boolean>;
  /** True the first time only that a person is to be offered a passkey. */
  offerOnce(personId: string): Promise<boolean>;
}

/** What a browser is asked, as JSON, and the challenge that its answer must carry. */
export interface CeremonyRequest {
  readonly challenge: string;
  readonly options: object;
}

/** The two WebAuthn ceremonies; an answer that does not hold gives null. */
export interface Ceremony {
  registrationOptions(person: Person, known: readonly Passkey[]): Promise<CeremonyRequest>;
  verifyRegistration(
    response: unknown,
    challenge: string,
  ): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | null>;
  signInOptions(): Promise<CeremonyRequest>;
  /** The counter of the device after this use. */
  verifySignIn(response: unknown, challenge: string, passkey: Passkey): Promise<number | null>;
}

/** What must come back unchanged from an identity provider; kept in the session meanwhile. */
export interface ProviderVisit {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Whether the answer must say that they proved anew who they are. */
  readonly anew?: boolean;
}

/** Who an identity provider says someone is. */
export interface ProvidedIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case; empty unless the provider says that it verified it. */
  readonly verifiedEmail: string;
  /** Whether it vouches for more than a password: by a value of `acr` or `amr` that the settings name. */
  readonly strong: boolean;
  /** When they last proved to the provider who they are (milliseconds since 1970); null where it does not say. */
  readonly provedAt: number | null;
}

/** The identity provider of the staff (OpenID Connect). */
export interface IdentityProvider {
  readonly name: string;
  /** The address to send a browser to; `anew`, to prove once more who they are although the provider knows them. */
  begin(anew: boolean): Promise<{ readonly address: string; readonly visit: ProviderVisit }>;
  /** What the provider says, from the query it sent the browser back with; null when anything of it does not hold. */
  finish(search: string, visit: ProviderVisit): Promise<ProvidedIdentity | null>;
}

/** Which identity of a provider is which person. */
export interface ProviderLinks {
  personId(issuer: string, subject: string): Promise<string | null>;
  /** Whether a person comes by an identity provider. */
  has(personId: string): Promise<boolean>;
  /** False when that identity is another person's, or that person has another identity with this provider. */
  link(identity: ProvidedIdentity, personId: string, at: string): Promise<boolean>;
}

/** Everything that signs people in. */
export interface Access {
  readonly codes: CodeHasher;
  readonly signIns: SignIns;
  readonly passkeys: Passkeys;
  readonly ceremony: Ceremony;
  readonly provider: IdentityProvider | null;
  readonly providerLinks: ProviderLinks;
}

/** What the commands of signing in are given. */
export interface AccessDeps extends Deps {
  readonly access: Access;
}
