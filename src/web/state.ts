import type Router from '@koa/router';
import type { Middleware, ParameterizedContext } from 'koa';
import type { Person } from '../commands/items.ts';
import type { I18n, Words } from './i18n.ts';
import type { WebDeps } from './webDeps.ts';

/** What middleware leaves for the routes. */
export interface WebState {
  /** The signed-in person, or null; known on private pages only, so that a public page is the same for all. */
  asker: Person | null;
  /** True where a session is open: private pages only. */
  hasSession?: boolean;
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
    words: Words;
    /** Writes a page from templates/pages; `page` is its view model. */
    render(template: string, page?: object): void;
    /** Path without its language, for the language switch; empty for the home page. */
    here: string;
    /** Parts of the path that a route names. */
    params: Record<string, string>;
  }
}
