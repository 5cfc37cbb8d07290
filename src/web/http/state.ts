import type Router from '@koa/router';
import type { Middleware, ParameterizedContext } from 'koa';
import type { Page } from '../../../templates/frame.ts';
import type { Person } from '../../commands/items/items.ts';
import type { UsedKey } from '../../commands/people/keys/useKey.ts';
import type { SecurityEvent } from '../../commands/ports/securityPorts.ts';
import type { LabelError } from '../../errors.ts';
import type { I18n, Translator } from '../../i18n/i18n.ts';
import type { WebDeps } from './webDeps.ts';

/** A file as a form brought it. */
export interface Upload {
  readonly bytes: Buffer;
  readonly name: string;
}

/** What middleware leaves for the routes. */
export interface WebState {
  /** The signed-in person, or null; known on private pages only, so that a public page is the same for all. */
  asker: Person | null;
  /** The key that a program gave with a request to the API; absent without one. */
  key?: UsedKey;
  /** Id of the request, as the journal and the answer's header `X-Request-Id` name it. */
  request: string;
  /** What the scripts of this answer carry; on private pages only. */
  nonce?: string;
  /** True where a session is open: private pages only. */
  hasSession?: boolean;
  /** Key of the stored session that the request came with. */
  sessionKey?: string;
  /** Numbers of the labels that a public answer speaks of; absent where any change of the register may change it. */
  about?: readonly string[];
  /** The file that the form of this request brought, or what was wrong with it (uploads/upload.ts). */
  upload?: Upload | LabelError;
  /** The fields beside that file, as they were sent. */
  sentBesideFile?: object;
  /** What this request is refused for, also where a page explains it beside its form. */
  refusal?: LabelError;
  /** What the security log says about this request instead. */
  security?: Pick<SecurityEvent, 'event' | 'reason'>;
  /** The mailbox that signing in is about. */
  signingIn?: string;
  /** How many things wait for the person; on private pages only. */
  waiting?: number;
  /** True when the person has roles of staff that do not count, because of how they signed in. */
  weak?: boolean;
}

/** A request's context as routes see it. */
export type WebContext = ParameterizedContext<WebState>;
export type WebRouter = Router<WebState>;
export type WebMiddleware = Middleware<WebState>;

/** What the routes are built with. */
export interface Web {
  readonly deps: WebDeps;
  readonly i18n: I18n;
}

declare module 'koa' {
  interface DefaultContext {
    /** Words in the language of this request. */
    words: Translator;
    /** Writes a page of templates/pages with what it shows. */
    render<View>(page: Page<View>, view: View): void;
    /** Path without its language, for the language switch; empty for the home page. */
    here: string;
    /** What commands are given on a private page: the store shows what this person may see in this section. */
    deps: WebDeps;
    /** Parts of the path that a route names. */
    params: Record<string, string>;
  }
}
