import type * as z from 'zod';
import type { FormState, KeptFile, Page, Refusal } from '../../../templates/frame.ts';
import { type Fault, LabelError } from '../../errors.ts';
import { retryLater } from '../http/retryLater.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { dropUpload, keepUpload } from '../http/uploads/keptUpload.ts';
import { answerRefused, answerSaved, isAutosave, type Parts, type VersionTokens } from './autosave.ts';
import { parse, parseEach, type Typed } from './parse.ts';
import { explains, named, noRefusal, refusalOf } from './refusal.ts';

/** A page with a form: shown by GET, sent by POST to the same path, shown again when it is refused. */
export interface FormPage<Shape extends z.ZodRawShape, Loaded, View> {
  readonly template: Page<View & FormState>;
  /** The parts of the page that follow from what was saved, where its script saves it. */
  readonly parts?: Parts<View>;
  /** Fields of the form, see fields.ts, or what makes them for this file; any other field is refused. */
  readonly shape: Shape | ((loaded: Loaded, ctx: WebContext) => Shape);
  /** Reads what the page is about; throws `notFound` for what the asker may not know of. */
  readonly load: (ctx: WebContext) => Promise<Loaded> | Loaded;
  /** What the page shows, `values` (first content of the fields) in it; what a refusal adds is completed here. */
  readonly page: (loaded: Loaded, ctx: WebContext) => (View & PageModel) | Promise<View & PageModel>;
  /** What the command would refuse of the fields that are right by themselves, so that all faults are told at once. */
  readonly check?: (input: Partial<Typed<Shape>>, loaded: Loaded, ctx: WebContext) => readonly Fault[];
  /**
   * Calls the command; gives the address to go on to, and new version tokens of single fields where the form has such; or the page
   * that is the answer itself, where it shows what is shown once.
   */
  readonly submit: (
    input: Typed<Shape>,
    loaded: Loaded,
    ctx: WebContext,
  ) => Promise<Submitted<View>> | Submitted<View>;
}

type Submitted<View> =
  | string
  | { readonly next: string; readonly versionTokens: VersionTokens }
  | { readonly shown: View & PageModel };

/** What a view says of its form. */
export interface PageModel {
  /** What its fields are called, where that is not their common name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Where reasons of a refusal are shown. */
  readonly reasonPlaces?: Readonly<Record<string, string>>;
  readonly values?: FormState['values'];
  /** Of what the page shows; its form sends it back. */
  readonly versionToken?: string | number;
}

/** Both routes of a form: GET shows it; POST parses, calls the command and goes on (303), or shows it again, nothing lost. */
export function formPage<Shape extends z.ZodRawShape, Loaded, View>(
  router: WebRouter,
  path: string,
  form: FormPage<Shape, Loaded, View>,
): void {
  formView(router, path, form);
  formAction(router, path, form);
}

/** Only the GET of a page whose forms are sent to other paths. */
export function formView<Loaded, View>(
  router: WebRouter,
  path: string,
  form: Pick<FormPage<z.ZodRawShape, Loaded, View>, 'template' | 'load' | 'page'>,
): void {
  router.get(path, async (ctx) => showForm(ctx, form, await form.load(ctx)));
}

/** Only the POST of a form that stands on the page of another path; refused, that page is shown with the form as typed. */
export function formAction<Shape extends z.ZodRawShape, Loaded, View>(
  router: WebRouter,
  path: string,
  form: FormPage<Shape, Loaded, View>,
): void {
  const { parts, load, page, submit } = form;
  router.post(path, async (ctx) => {
    const loaded = await load(ctx);
    const shape = shapeOf(form, loaded, ctx);
    try {
      const done = await submit(parseAll(form, shape, loaded, ctx), loaded, ctx);
      if (typeof done === 'object' && 'shown' in done)
        return await showForm(ctx, { template: form.template, page: () => done.shown }, loaded);
      const { next, versionTokens } = typeof done === 'string' ? { next: done, versionTokens: {} } : done;
      if (parts && isAutosave(ctx)) {
        const view = await page(await load(ctx), ctx);
        return answerSaved(ctx, view, versionTokens, drawn(ctx, parts, view));
      }
      await dropUpload(ctx);
      ctx.redirect(next);
      ctx.status = 303;
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      if (parts && isAutosave(ctx)) {
        const view = await page(await load(ctx), ctx);
        return answerRefused(ctx, view, error, drawn(ctx, parts, view));
      }
      const kept = await keepUpload(ctx, error);
      await showForm(ctx, form, await load(ctx), refusalOf(error, ctx.request.body, ctx.words), kept);
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  });
}

/** The input of a form, or its faults with those that its command would find. */
function parseAll<Shape extends z.ZodRawShape, Loaded, View>(
  { check }: Pick<FormPage<Shape, Loaded, View>, 'check'>,
  shape: Shape,
  loaded: Loaded,
  ctx: WebContext,
): Typed<Shape> {
  const { body } = ctx.request;
  try {
    return parse(shape, body);
  } catch (error) {
    if (!check || !(error instanceof LabelError)) throw error;
    const told = new Set(error.faults.map(({ field }) => field));
    const more = check(parseEach(shape, body), loaded, ctx).filter(({ field }) => !told.has(field));
    const order = Object.keys(shape);
    const faults = [...error.faults, ...more].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
    throw new LabelError('invalid', { faults });
  }
}

function drawn<View extends PageModel>(ctx: WebContext, parts: Parts<View>, view: View): string {
  ctx.render(parts, { ...view, values: view.values ?? {} });
  return String(ctx.body);
}

function shapeOf<Shape extends z.ZodRawShape, Loaded, View>(
  { shape }: FormPage<Shape, Loaded, View>,
  loaded: Loaded,
  ctx: WebContext,
): Shape {
  return typeof shape === 'function'
    ? (shape as (loaded: Loaded, ctx: WebContext) => Shape)(loaded, ctx)
    : (shape as Shape);
}

/** Shows the page of a form, as it was refused where it was. */
export async function showForm<Loaded, View>(
  ctx: WebContext,
  form: Pick<FormPage<z.ZodRawShape, Loaded, View>, 'template' | 'page'>,
  loaded: Loaded,
  refusal: Refusal = noRefusal,
  kept: KeptFile | null = null,
): Promise<void> {
  const view = await form.page(loaded, ctx);
  const { names = {}, reasonPlaces } = view;
  ctx.render(form.template, {
    ...view,
    values: { ...view.values, ...refusal.typed },
    refusal: named(refusal, names, ctx.words, reasonPlaces),
    kept,
    saved: refusal === noRefusal && ctx.query.saved !== undefined,
  });
}
