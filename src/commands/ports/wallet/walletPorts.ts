import type { EcJwk } from '../../../register/didDocument.ts';
import type { Verification } from '../../../register/verification.ts';

/** What a wallet may take of a label: the credential of its files, or one that is bound to the wallet's own key. */
export const walletCredentials = ['label-badge', 'label-bound'] as const;
export type WalletCredential = (typeof walletCredentials)[number];

/** A label that its holder offers to one wallet; of the codes only digests are kept. */
export interface WalletOffer {
  /** SHA-256 of the pre-authorised code. */
  readonly id: string;
  readonly number: string;
  /** Id of the person who offers it. */
  readonly by: string;
  /** Digest of the transaction code, by argon2id. */
  readonly codeHash: string;
  readonly tries: number;
  /** SHA-256 of the access token that the codes were given for; null before. */
  readonly tokenHash: string | null;
  /** What was taken already. */
  readonly taken: readonly WalletCredential[];
  readonly expiresAt: Date;
}

/** What is signed for a wallet: a label for a key of its own, or a request to show one. `line` is the id of the journal line that tells of it. */
export type WalletPaper =
  | (Pick<WalletOffer, 'number' | 'by'> & {
      readonly kind: 'label';
      readonly holder: EcJwk;
      readonly line: string;
    })
  | { readonly kind: 'request'; readonly ref: string; readonly nonce: string; readonly state: string };

/** What waits to be signed by who holds the keys. `token` is null while it waits, and empty where nothing was to be signed any more. */
export interface WalletSigning {
  readonly id: string;
  readonly paper: WalletPaper;
  readonly token: string | null;
}

/** A request of a visitor that somebody show a label from a wallet. */
export interface ShowRequest {
  /** In the address of the visitor's page alone: whoever shows something never learns it. */
  readonly id: string;
  /** In what the wallet is sent. */
  readonly ref: string;
  readonly nonce: string;
  readonly state: string;
  /** What came of it; null before. */
  readonly answer: Verification | null;
  readonly expiresAt: Date;
}

/** What is kept for minutes while a wallet takes or shows something. */
export interface WalletDesk {
  /** How long (ms) an answer waits for a signature; whoever holds the keys looks four times a second. */
  readonly waitMs: number;
  /** Takes the place of every offer of that label that was not taken. */
  offer(offer: Pick<WalletOffer, 'id' | 'number' | 'by' | 'codeHash' | 'expiresAt'>): Promise<void>;
  /** An offer whose code was not given for a token yet, with one more try counted; null where there is none, or it was tried too often. */
  tryOffer(id: string, now: Date, maxTries: number): Promise<WalletOffer | null>;
  /** Gives an offer its token; false when another request came first. */
  redeem(id: string, tokenHash: string): Promise<boolean>;
  offerOfToken(tokenHash: string, now: Date): Promise<WalletOffer | null>;
  /** Notes that something was taken; false when it was before. */
  take(id: string, credential: WalletCredential): Promise<boolean>;
  /** Puts something up to be signed; put up already, it does nothing. */
  askSigning(signing: Pick<WalletSigning, 'id' | 'paper'>, expiresAt: Date): Promise<void>;
  signing(id: string, now: Date): Promise<WalletSigning | null>;
  /** The oldest that waits and that nobody else works on; null when there is none. */
  claimSigning(now: Date, leaseMs: number): Promise<WalletSigning | null>;
  signed(id: string, token: string): Promise<void>;
  /** Forgets what was signed, since it is handed out now; false when it was before. */
  handOut(id: string): Promise<boolean>;
  ask(request: Omit<ShowRequest, 'answer'>): Promise<void>;
  requestOf(by: Pick<ShowRequest, 'id'> | Pick<ShowRequest, 'ref'>, now: Date): Promise<ShowRequest | null>;
  /** Keeps the first answer; false when there was one. */
  answer(ref: string, answer: Verification): Promise<boolean>;
}
