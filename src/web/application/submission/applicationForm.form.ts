import type * as z from 'zod';
import type { Page, Refusal, SavedState } from '../../../../templates/frame.ts';
import { type ApplicantFile, viewApplication } from '../../../commands/application/views/viewApplication.ts';
import { LabelError } from '../../../errors.ts';
import { takesAnswers } from '../../../policies/answers.ts';
import type { PageModel } from '../../forms/formPage.form.ts';
import { parse } from '../../forms/parse.form.ts';
import { explains, named, noRefusal, refusalOf } from '../../forms/refusal.form.ts';
import { retryLater } from '../../http/retryLater.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { answerRefused, answerSaved, isAutosave, type Marks, type Parts } from '../answers/saved.page.ts';

/** The view model of a page; for the summary of a refusal, `names` says what its fields are called and `places` where reasons are shown. */
export interface ApplicationModel extends PageModel {
  readonly names?: Readonly<Record<string, string>>;
  readonly places?: Readonly<Record<string, string>>;
  /** Mark of what the page shows, which its form sends back. */
  readonly seen?: string;
}

/** A form on a page of an application. Its fields follow from the file: the criteria of its version, its offers. */
export interface ApplicationForm<Shape extends z.ZodRawShape, View> {
  readonly template: Page<View & SavedState>;
  /** The parts of the page that follow from what was saved, where its script saves it. */
  readonly parts?: Parts<View>;
  /** The fields of what is sent; throws, as `page` does, `notFound` for a theme or an offer that the file does not have. */
  readonly shape: (file: ApplicantFile, ctx: WebContext) => Shape;
  readonly page: (
    file: ApplicantFile,
    ctx: WebContext,
  ) => (View & ApplicationModel) | Promise<View & ApplicationModel>;
  /** Calls the commands; gives the address to go on to, and the new marks of single fields where the form has such. */
  readonly submit: (
    input: z.infer<z.ZodObject<Shape>>,
    file: ApplicantFile,
    ctx: WebContext,
  ) => Promise<string | { readonly next: string; readonly marks: Marks }>;
}

/** GET shows the page, POST saves the form or shows it again with what was typed; a file of others is not found. */
export function applicationForm<Shape extends z.ZodRawShape, View>(
  router: WebRouter,
  path: string,
  form: ApplicationForm<Shape, View>,
): void {
  router.get(path, async (ctx) => {
    await show(ctx, form, await loadFile(ctx), noRefusal);
  });
  applicationAction(router, path, form);
}

/** Only the POST of a form that stands on the page of another path. */
export function applicationAction<Shape extends z.ZodRawShape, View>(
  router: WebRouter,
  path: string,
  form: ApplicationForm<Shape, View>,
): void {
  const { parts } = form;
  router.post(path, async (ctx) => {
    const file = await loadFile(ctx);
    const shape = form.shape(file, ctx);
    try {
      const done = await form.submit(parse(shape, ctx.request.body), file, ctx);
      const { next, marks } = typeof done === 'string' ? { next: done, marks: {} } : done;
      if (parts && isAutosave(ctx)) {
        return answerSaved(ctx, await form.page(await loadFile(ctx), ctx), marks, parts);
      }
      ctx.redirect(next);
      ctx.status = 303;
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      if (parts && isAutosave(ctx)) {
        return answerRefused(ctx, await form.page(await loadFile(ctx), ctx), error, parts);
      }
      await show(ctx, form, await loadFile(ctx), refusalOf(error, ctx.request.body, ctx.words));
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  });
}

/** Answers change the working copy until the application is over; what was sent is frozen beside it. */
export function requireTakesAnswers({ application }: ApplicantFile): void {
  if (!takesAnswers(application)) throw new LabelError('refused', { reasons: ['applicationOver'] });
}

/** The application of the path, as its people may see it. */
export function loadFile(ctx: WebContext): Promise<ApplicantFile> {
  return viewApplication(ctx.deps, askerOf(ctx), { applicationId: ctx.params.id ?? '' });
}

async function show<Shape extends z.ZodRawShape, View>(
  ctx: WebContext,
  form: ApplicationForm<Shape, View>,
  file: ApplicantFile,
  refusal: Refusal,
): Promise<void> {
  const view = await form.page(file, ctx);
  const { names = {}, places } = view;
  const saved = refusal === noRefusal && ctx.query.saved !== undefined;
  const values = { ...view.values, ...refusal.typed };
  ctx.render(form.template, { ...view, values, refusal: named(refusal, names, ctx.words, places), saved });
}
