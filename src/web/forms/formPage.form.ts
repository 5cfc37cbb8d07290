import type * as z from 'zod';
import type { FormState, Page, Refusal } from '../../../templates/frame.ts';
import { LabelError } from '../../errors.ts';
import { retryLater } from '../http/retryLater.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { parse } from './parse.form.ts';
import { explains, named, noRefusal, refusalOf } from './refusal.form.ts';

/** A page with a form: shown by GET, sent by POST to the same path, shown again when it is refused. */
export interface FormPage<Shape extends z.ZodRawShape, Loaded, View> {
  readonly template: Page<View & FormState>;
  /** Fields of the form, see fields.ts, or what makes them for this file; any other field is refused. */
  readonly shape: Shape | ((loaded: Loaded) => Shape);
  /** Reads what the page is about; throws `notFound` for what the asker may not know of. */
  readonly load: (ctx: WebContext) => Promise<Loaded> | Loaded;
  /** The view model, `values` (first content of the fields) in it; `values` and `refusal` are completed here. */
  readonly page: (loaded: Loaded, ctx: WebContext) => (View & PageModel) | Promise<View & PageModel>;
  /** Calls the command; gives the address to go on to. */
  readonly submit: (
    input: z.infer<z.ZodObject<Shape>>,
    loaded: Loaded,
    ctx: WebContext,
  ) => Promise<string> | string;
}

export interface PageModel {
  /** What its fields are called, where that is not their common name. */
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: FormState['values'];
}

/** Both routes of a form: GET shows it; POST parses, calls the command and goes on (303), or shows it again, nothing lost. */
export function formPage<Shape extends z.ZodRawShape, Loaded, View>(
  router: WebRouter,
  path: string,
  form: FormPage<Shape, Loaded, View>,
): void {
  router.get(path, async (ctx) => show(ctx, form, await form.load(ctx), noRefusal));
  formAction(router, path, form);
}

/** Only the POST of a form that stands on the page of another path; refused, that page is shown with the form as typed. */
export function formAction<Shape extends z.ZodRawShape, Loaded, View>(
  router: WebRouter,
  path: string,
  form: FormPage<Shape, Loaded, View>,
): void {
  router.post(path, async (ctx) => {
    const loaded = await form.load(ctx);
    try {
      const next = await form.submit(parse(shapeOf(form, loaded), ctx.request.body), loaded, ctx);
      ctx.redirect(next);
      ctx.status = 303;
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      await show(ctx, form, await form.load(ctx), refusalOf(error, ctx.request.body, ctx.words));
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  });
}

function shapeOf<Shape extends z.ZodRawShape, Loaded, View>(
  { shape }: FormPage<Shape, Loaded, View>,
  loaded: Loaded,
): Shape {
  return typeof shape === 'function' ? (shape as (loaded: Loaded) => Shape)(loaded) : (shape as Shape);
}

async function show<Shape extends z.ZodRawShape, Loaded, View>(
  ctx: WebContext,
  form: FormPage<Shape, Loaded, View>,
  loaded: Loaded,
  refusal: Refusal,
): Promise<void> {
  const view = await form.page(loaded, ctx);
  const values = { ...view.values, ...refusal.typed };
  ctx.render(form.template, { ...view, values, refusal: named(refusal, view.names ?? {}, ctx.words) });
}
