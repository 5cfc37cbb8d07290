import type { Client } from 'openapi-fetch';
import type { components, paths } from './schema.js';

/** What the answers of the API hold, by the names of its OpenAPI document. */
export type Schemas = components['schemas'];

/**
 * `GET` and `POST` take the paths of the OpenAPI document, and give `data`, or `error`: a problem (RFC 9457) whose `code` a program
 * reads, whoever answered.
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
  /** Asked to wait so many seconds at most (429 and 503 with `Retry-After`), it waits and asks again; 0, where nothing is said, for never. */
  readonly waitSeconds?: number;
}

/** A client of the API at an address; with a key it asks as whoever made that. */
export function createClient(options: ClientOptions): ApiClient;

/** What a page of the register is asked by. */
export type LabelQuery = NonNullable<paths['/api/v1/labels']['get']['parameters']['query']>;

/** Every label that a search finds, one after the other, page after page. Throws with the `problem` where one fails. */
export function everyLabel(
  client: ApiClient,
  query?: LabelQuery,
): AsyncGenerator<Schemas['SearchAnswer']['labels'][number]>;

/**
 * Every page of what changed since a cursor, without one of all that there is; the `next` of each is the cursor to keep. Throws with the
 * `problem` where one fails.
 */
export function changesSince(client: ApiClient, since?: string): AsyncGenerator<Changes>;

/** A page of changes. */
export type Changes = paths['/api/v1/changes']['get']['responses'][200]['content']['application/json'];

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
