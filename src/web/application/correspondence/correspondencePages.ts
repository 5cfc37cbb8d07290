import type { FormState, Page } from '../../../../templates/frame.ts';
import {
  prepareAttachment,
  readAttachment,
} from '../../../commands/application/correspondence/attachments.ts';
import {
  openCorrespondence,
  settleCorrespondence,
  writeMessage,
} from '../../../commands/application/correspondence/writeMessage.ts';
import {
  listCorrespondence,
  viewCorrespondence,
} from '../../../commands/application/views/viewCorrespondence.ts';
import type { Side } from '../../../commands/items/correspondence.ts';
import { line, lines, once } from '../../forms/fields.ts';
import { type FormPage, formAction, formPage } from '../../forms/formPage.ts';
import { sendFile } from '../../http/sendFile.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { fileOf } from '../../http/uploads/upload.ts';
import { documentBoxes, tickedDocuments } from './attached.form.ts';
import { type ListView, listView, type SubjectView, subjectView } from './correspondence.view.ts';

const maxSubjectLength = 120;
const maxTextLength = 8000;

/** The pages of one side. */
interface SidePages<Around> {
  readonly side: Side;
  /** Of the file, with `:id`. */
  readonly path: string;
  readonly list: Page<ListView & Around & FormState>;
  readonly subject: Page<SubjectView & Around & FormState>;
  /** What stands around each page of the file. */
  readonly around: (ctx: WebContext) => Promise<Around> | Around;
}

/** What the office and an organisation write to each other on a file, for one of the sides: all subjects, and each with its messages. */
export function correspondencePages<Around extends object>(
  router: WebRouter,
  { side, path, list, subject, around }: SidePages<Around>,
): void {
  const base = `${path}/messages`;
  const about = ({ params: { id = '' } }: WebContext) => ({ applicationId: id, of: side });
  const here = (ctx: WebContext) => {
    const [, section] = path.split('/');
    return `/${ctx.words.language}/${section}/${about(ctx).applicationId}/messages`;
  };
  const typed = (input: object, ctx: WebContext) => ({
    applicationId: about(ctx).applicationId,
    attachments: tickedDocuments(input),
  });
  const count = (ctx: WebContext) =>
    ctx.deps.limits.take('messagesOnFile', `${side}/${about(ctx).applicationId}`);

  const listPage = {
    template: list,
    load: (ctx: WebContext) => listCorrespondence(ctx.deps, askerOf(ctx), about(ctx)),
    page: async (found: Awaited<ReturnType<typeof listCorrespondence>>, ctx: WebContext) => ({
      ...(await around(ctx)),
      ...listView(found, here(ctx), ctx),
    }),
  };
  documentForm(router, base, listPage, here);
  formPage(router, base, {
    ...listPage,
    shape: (_, ctx) => ({
      once,
      subject: line(maxSubjectLength),
      text: lines(maxTextLength),
      ...documentBoxes(ctx),
    }),
    submit: async ({ once: given, subject: named, text, ...ticks }, _, ctx) => {
      await count(ctx);
      const message = { once: given, subject: named, text, ...typed(ticks, ctx) };
      const id = await openCorrespondence(ctx.deps, askerOf(ctx), message);
      return `${here(ctx)}/${id}?saved=1`;
    },
  });

  const ofSubject = (ctx: WebContext) => ({ correspondenceId: ctx.params.correspondenceId ?? '' });
  const subjectPage = {
    template: subject,
    load: (ctx: WebContext) =>
      viewCorrespondence(ctx.deps, askerOf(ctx), { ...about(ctx), ...ofSubject(ctx) }),
    page: async (found: Awaited<ReturnType<typeof viewCorrespondence>>, ctx: WebContext) => ({
      ...(await around(ctx)),
      ...subjectView(found, here(ctx), ctx),
    }),
  };
  const next = (ctx: WebContext) => `${here(ctx)}/${ofSubject(ctx).correspondenceId}`;
  documentForm(router, `${base}/:correspondenceId`, subjectPage, next);
  formPage(router, `${base}/:correspondenceId`, {
    ...subjectPage,
    shape: (_, ctx) => ({ once, text: lines(maxTextLength), ...documentBoxes(ctx) }),
    submit: async ({ once: given, text, ...ticks }, _, ctx) => {
      await count(ctx);
      const message = { once: given, text, ...typed(ticks, ctx), ...ofSubject(ctx) };
      await writeMessage(ctx.deps, askerOf(ctx), message);
      return `${next(ctx)}?saved=1`;
    },
  });
  router.get(`${base}/:correspondenceId/files/:attachmentId`, async (ctx) => {
    const { attachmentId = '' } = ctx.params;
    const place = { ...about(ctx), ...ofSubject(ctx), attachmentId };
    const { attachment, bytes } = await readAttachment(ctx.deps, askerOf(ctx), place);
    sendFile(ctx, attachment, bytes);
  });
  if (side === 'applicant') return;
  formAction(router, `${base}/:correspondenceId/settle`, {
    ...subjectPage,
    shape: {},
    submit: async (_, __, ctx) => {
      await settleCorrespondence(ctx.deps, askerOf(ctx), { ...about(ctx), ...ofSubject(ctx) });
      return next(ctx);
    },
  });
}

/** The form of a page that brings a file for a message: apart from it, so that what is typed goes as any form does. */
function documentForm<Loaded, View>(
  router: WebRouter,
  path: string,
  page: Pick<FormPage<Record<never, never>, Loaded, View>, 'template' | 'load' | 'page'>,
  next: (ctx: WebContext) => string,
): void {
  // Where whoever had to sign in anew chooses the file once more.
  router.get(`${path}/documents`, async (ctx) => {
    await page.load(ctx);
    ctx.redirect(next(ctx));
  });
  formAction(router, `${path}/documents`, {
    ...page,
    shape: {},
    submit: async (_, __, ctx) => {
      await prepareAttachment(ctx.deps, askerOf(ctx), { applicationId: ctx.params.id ?? '', ...fileOf(ctx) });
      return `${next(ctx)}?filed=1`;
    },
  });
}
