import { documentPage } from '../../../../templates/pages/application/document.ts';
import { describeEvidence } from '../../../commands/application/evidence/describeEvidence.ts';
import { detachEvidence } from '../../../commands/application/evidence/detachEvidence.ts';
import { offerEvidenceAgain } from '../../../commands/application/evidence/offerEvidenceAgain.ts';
import { reviseEvidence } from '../../../commands/application/evidence/reviseEvidence.ts';
import { withdrawEvidence } from '../../../commands/application/evidence/withdrawEvidence.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { fault, LabelError } from '../../../errors.ts';
import { revision, ticked } from '../../forms/fields.ts';
import { formAction, formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { fileOf } from '../../http/uploads/upload.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile } from '../submission/loadFile.ts';
import { documentView } from './document.view.ts';
import { covered, periodShape, placeGiven, placeKey } from './evidence.form.ts';
import { placesOf } from './evidencePlaces.view.ts';

type Loaded = Awaited<ReturnType<typeof load>>;

const path = '/applications/:id/evidence/:document';

/** One document: its period, its revisions, the criteria that it is joined to, and whether it is offered. */
export function documentRoutes(router: WebRouter): void {
  const shown = {
    template: documentPage,
    load,
    page: ({ file, document }: Loaded, ctx: WebContext) => ({
      ...documentView(file, document, ctx.words),
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
  const document = requireVisible(file.documents.find(({ id }) => id === ctx.params.document));
  return { file, document, at: { applicationId: file.application.id, document: document.id } };
}

function saved({ words }: WebContext, { applicationId, document }: Loaded['at']): string {
  return `${applicationHref(words, applicationId, `evidence/${document}`)}?saved=1`;
}
