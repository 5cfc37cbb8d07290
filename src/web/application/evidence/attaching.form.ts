import { addEvidence } from '../../../commands/application/evidence/addEvidence.ts';
import type { EvidenceDocument } from '../../../commands/file/documentsOf.ts';
import { maxBytes } from '../../../commands/items/intake.ts';
import type { Label } from '../../../commands/items/items.ts';
import { boxes, tickedIn } from '../../forms/boxes.ts';
import { type FormPage, formAction } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { fileOf } from '../../http/uploads/upload.ts';
import { periodShape } from './evidence.form.ts';

const prefix = 'document.';
type Offered = readonly { readonly id: string }[];

/** A box for each document that a form can name. */
export function documentBoxes(documents: Offered) {
  return boxes(prefix, idsOf(documents));
}

/** Ids of those that were ticked. */
export function tickedDocuments(input: object, documents: Offered): string[] {
  return tickedIn(input, prefix, idsOf(documents));
}

export type AttachingView = Omit<ReturnType<typeof attachingView>, 'values'>;

/** What a page shows of the documents that its answer can name: what came since an instant is ticked from the start. */
export function attachingView(
  documents: readonly Pick<EvidenceDocument, 'id' | 'latest'>[],
  since: string,
  ctx: WebContext,
) {
  const recent = documents.filter(({ latest }) => latest.uploadedAt >= since);
  return {
    values: Object.fromEntries(recent.map(({ id }) => [`${prefix}${id}`, 'yes'])),
    /** How large (MB) a file may be. */
    maxSize: maxBytes / 1024 ** 2,
    /** The form that brings a document was sent, and not taken. */
    isFiling: ctx.path.endsWith('/documents'),
    /** A document was just brought. */
    isFiled: ctx.query.filed !== undefined,
  };
}

/** The form of a label's page that brings a document for what the page answers, into the library of the file that opened the label. */
export function documentForm<Loaded extends { readonly label: Label }, View>(
  router: WebRouter,
  path: string,
  page: Pick<FormPage<typeof periodShape, Loaded, View>, 'template' | 'load' | 'page'>,
  next: (ctx: WebContext) => string,
): void {
  // Where whoever had to sign in anew chooses the file once more.
  router.get(`${path}/documents`, async (ctx) => {
    await page.load(ctx);
    ctx.redirect(ctx.path.slice(0, -'/documents'.length));
  });
  formAction(router, `${path}/documents`, {
    ...page,
    shape: periodShape,
    submit: async (input, { label }, ctx) => {
      const { applicationId } = label.context;
      await addEvidence(ctx.deps, askerOf(ctx), { applicationId, ...input, ...fileOf(ctx) });
      return next(ctx);
    },
  });
}

function idsOf(documents: Offered): string[] {
  return documents.map(({ id }) => id);
}
