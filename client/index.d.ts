import type { Client } from 'openapi-fetch';
import type { components, paths } from './schema.js';

/** What the answers of the API hold, by the names of its OpenAPI document. */
export type Schemas = components['schemas'];

/**
 * `GET` and `POST` take the paths of the OpenAPI document, and give `data`, or `error`: a problem (RFC 9457) whose `code` a program
 * reads.
 */
export type ApiClient = Client<paths>;

export interface ClientOptions {
  /** Address of the service, such as `https://label.example`. */
  readonly address: string;
  /** A key of the API, as its page showed it once. Never in a page for everybody: whoever reads the page has the key. */
  readonly key?: string;
  /** Of the sentences in answers; French where none is said. */
  readonly language?: 'fr' | 'de' | 'it' | 'en';
  /** What asks, in the place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A client of the API at an address; with a key it asks as whoever made that. */
export function createClient(options: ClientOptions): ApiClient;

export interface NewEvidence {
  readonly file: File;
  /** First and last day (YYYY-MM-DD) of the period that it covers. */
  readonly from?: string;
  readonly until?: string;
  /** The criterion that it proves, such as `FIN-01`. */
  readonly criterion?: string;
}

/** Brings a file of evidence to an application; the same file sent again is the same document. */
export function bringEvidence(
  client: ApiClient,
  application: string,
  evidence: NewEvidence,
): Promise<{
  readonly data?: Schemas['EvidenceDocument'];
  readonly error?: Schemas['Problem'];
  readonly response: Response;
}>;
