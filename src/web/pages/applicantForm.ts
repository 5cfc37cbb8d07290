import type { z } from 'zod';
import { type ApplicantFile, viewApplication } from '../../commands/selfAssessment/viewApplication.ts';
import { LabelError } from '../../errors.ts';
import type { Words } from '../../words/i18n.ts';
import type { PageModel } from '../forms/formPage.ts';
import { parse } from '../forms/parse.ts';
import { isExplained, noRefusal, type Refusal, refusalOf } from '../forms/refusal.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { retryLater } from '../retryLater.ts';
import type { WebContext, WebRouter } from '../state.ts';

/** The view model of a page; `names` says what its fields are called, for the summary of a refusal. */
export interface ApplicationModel extends PageModel {
  readonly names?: Readonly<Record<string, string>>;
}

/** A form on a page of an application. Its fields follow from the file: the criteria of its version, its offers. */
export interface ApplicationForm<Shape extends z.ZodRawShape> {
  readonly template: string;
  /** The fields; throws `notFound` for a theme or an offer that the file does not have. */
  readonly shape: (file: ApplicantFile, ctx: WebContext) => Shape;
  readonly page: (file: ApplicantFile, ctx: WebContext) => ApplicationModel | Promise<ApplicationModel>;
  /** Calls the commands; gives the address to go on to. */
  readonly submit: (
    input: z.infer<z.ZodObject<Shape>>,
    file: ApplicantFile,
    ctx: WebContext,
  ) => Promise<string>;
}

/** GET shows the page, POST saves the form or shows it again with what was typed; a file of others is not found. */
export function applicationForm<Shape extends z.ZodRawShape>(
  router: WebRouter,
  path: string,
  form: ApplicationForm<Shape>,
): void {
  router.get(path, async (ctx) => {
    const file = await loadFile(ctx);
    form.shape(file, ctx);
    await show(ctx, form, file, noRefusal);
  });
  applicationAction(router, path, form);
}

/** Only the POST of a form that stands on the page of another path. */
export function applicationAction<Shape extends z.ZodRawShape>(
  router: WebRouter,
  path: string,
  form: ApplicationForm<Shape>,
): void {
  router.post(path, async (ctx) => {
    const file = await loadFile(ctx);
    const shape = form.shape(file, ctx);
    try {
      ctx.redirect(await form.submit(parse(shape, ctx.request.body), file, ctx));
      ctx.status = 303;
    } catch (error) {
      if (!(error instanceof LabelError) || !isExplained(error)) throw error;
      await show(ctx, form, await loadFile(ctx), refusalOf(error, ctx.request.body, ctx.words));
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  });
}

/** Answers change a file while it is a draft; what was sent is frozen. */
export function requireDraft({ application }: ApplicantFile): void {
  if (application.state !== 'draft') throw new LabelError('refused', { reasons: ['wrongState'] });
}

/** The application of the path, as its people may see it. */
export function loadFile(ctx: WebContext): Promise<ApplicantFile> {
  return viewApplication(ctx.deps, askerOf(ctx), { applicationId: ctx.params.id ?? '' });
}

async function show<Shape extends z.ZodRawShape>(
  ctx: WebContext,
  form: ApplicationForm<Shape>,
  file: ApplicantFile,
  refusal: Refusal,
): Promise<void> {
  const { names = {}, ...model } = await form.page(file, ctx);
  const saved = refusal === noRefusal && ctx.query.saved !== undefined;
  const values = { ...model.values, ...refusal.typed };
  ctx.render(form.template, { ...model, values, refusal: named(refusal, names, ctx.words), saved });
}

/** The summary with the name of each field: on a page of many, "fill in this field" says nothing. */
function named(refusal: Refusal, names: Readonly<Record<string, string>>, words: Words): Refusal {
  const summary = refusal.summary.map(({ text, href = '' }) => {
    const name = names[href.slice(1)] ?? names[href.slice(1).split('.')[0] ?? ''];
    return { text: name ? words.t('applicant.fault', { field: name, fault: text }) : text, href };
  });
  return { ...refusal, summary };
}
