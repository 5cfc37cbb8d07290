import type * as z from 'zod';
import type { Asker } from '../../commands/ports/ports.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { type FormPage, formAction, formView } from './formPage.ts';
import type { Typed } from './parse.ts';

interface Above<Loaded, View, About>
  extends Pick<FormPage<z.ZodRawShape, Loaded, View>, 'template' | 'load' | 'page'> {
  /** What the commands of its forms are about, as they name it. */
  readonly about: (ctx: WebContext, loaded: Loaded) => About;
  /** Where a form goes on that does not say otherwise. */
  readonly next: (ctx: WebContext) => string;
}

/** Makes one form of a page, sent to a path below its own. */
export type FormBelow<Loaded, About> = <Shape extends z.ZodRawShape>(
  end: string,
  shape: Shape | ((loaded: Loaded) => Shape),
  command: (deps: WebDeps, asker: Asker, input: About & Typed<Shape>, loaded: Loaded) => Promise<unknown>,
  goOn?: (ctx: WebContext, input: Typed<Shape>) => string,
) => void;

/** Shows a page, and makes its forms. */
export function pageWithForms<Loaded, View, About extends object>(
  router: WebRouter,
  path: string,
  page: Above<Loaded, View, About>,
) {
  formView(router, path, page);
  return formsBelow(router, path, page);
}

/** Makes the forms of one page, each sent to a path below its own: its command is given what was typed and what the page is about. */
export function formsBelow<Loaded, View, About extends object>(
  router: WebRouter,
  path: string,
  { about, next, ...page }: Above<Loaded, View, About>,
): FormBelow<Loaded, About> {
  return (end, shape, command, goOn = next) =>
    formAction(router, `${path}/${end}`, {
      ...page,
      shape,
      submit: async (input, loaded, ctx) => {
        await command(ctx.deps, askerOf(ctx), { ...about(ctx, loaded), ...input }, loaded);
        return goOn(ctx, input);
      },
    });
}
