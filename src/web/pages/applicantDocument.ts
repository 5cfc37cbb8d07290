import { documentPage } from '../../../templates/pages/application/document.ts';
import { describeEvidence } from '../../commands/evidence/describeEvidence.ts';
import { detachEvidence } from '../../commands/evidence/detachEvidence.ts';
import { offerEvidenceAgain } from '../../commands/evidence/offerEvidenceAgain.ts';
import { reviseEvidence } from '../../commands/evidence/reviseEvidence.ts';
import { withdrawEvidence } from '../../commands/evidence/withdrawEvidence.ts';
import { found } from '../../commands/found.ts';
import { fault, LabelError } from '../../errors.ts';
import { revision, ticked } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { fileOf } from '../middleware/upload.ts';
import { documentView } from '../presenters/applicantDocument.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import { placesOf } from '../presenters/evidencePlaces.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { loadFile } from './applicantForm.ts';
import { covered, periodShape, placeGiven, placeKey } from './evidenceFields.ts';

type Loaded = Awaited<ReturnType<typeof load>>;

const path = '/applications/:id/evidence/:document';

/** One document: its period, its revisions, the criteria that it is joined to, and whether it is offered. */
export function documentRoutes(router: WebRouter): void {
  const shown = {
    template: documentPage,
    load,
    page: ({ file, document }: Loaded, ctx: WebContext) => ({
      ...documentView(file, document, ctx.words),
      saved: ctx.method === 'GET' && ctx.query.saved !== undefined,
      again: ctx.method === 'GET' && ctx.query.again !== undefined,
      // Which of the forms of the page was refused, so that faults stand in that one.
      elsewhere: ctx.method === 'POST' && !ctx.path.endsWith(document.id),
      describing: ctx.method === 'POST' && ctx.path.endsWith('/period'),
    }),
  };

  formPage(router, path, {
    ...shown,
    shape: { ...periodShape, revision },
    submit: async (input, { at }, ctx) => {
      const given = { ...at, revision: input.revision, ...covered(input), ...fileOf(ctx) };
      await reviseEvidence(ctx.deps, askerOf(ctx), given);
      return saved(ctx, at);
    },
  });
  formAction(router, `${path}/period`, {
    ...shown,
    shape: periodShape,
    submit: async (input, { at }, ctx) => {
      await describeEvidence(ctx.deps, askerOf(ctx), { ...at, ...covered(input) });
      return saved(ctx, at);
    },
  });
  formAction(router, `${path}/part`, {
    ...shown,
    shape: { place: placeKey },
    submit: async (input, { file, at }, ctx) => {
      await detachEvidence(ctx.deps, askerOf(ctx), { ...at, ...placeGiven(file, input.place) });
      return saved(ctx, at);
    },
  });
  formAction(router, `${path}/withdraw`, {
    ...shown,
    shape: { withdrawal: ticked },
    submit: async ({ withdrawal }, { file, at }, ctx) => {
      if (!withdrawal && placesOf(file, at.document).length > 0)
        throw new LabelError('invalid', { faults: [fault('withdrawal', 'sureWithdrawal')] });
      await withdrawEvidence(ctx.deps, askerOf(ctx), at);
      return saved(ctx, at);
    },
  });
  formAction(router, `${path}/offer`, {
    ...shown,
    shape: {},
    submit: async (_, { at }, ctx) => {
      await offerEvidenceAgain(ctx.deps, askerOf(ctx), at);
      return saved(ctx, at);
    },
  });
}

async function load(ctx: WebContext) {
  const file = await loadFile(ctx);
  const document = found(file.documents.find(({ id }) => id === ctx.params.document));
  return { file, document, at: { applicationId: file.application.id, document: document.id } };
}

function saved({ words }: WebContext, { applicationId, document }: Loaded['at']): string {
  return `${applicationHref(words, applicationId, `evidence/${document}`)}?saved=1`;
}
