import { documentPage } from '../../../../templates/pages/application/document.ts';
import { reviseEvidence } from '../../../commands/application/evidence/addEvidence.ts';
import { describeEvidence, offerEvidence } from '../../../commands/application/evidence/editEvidence.ts';
import { detachEvidence } from '../../../commands/application/evidence/joinEvidence.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { invalid } from '../../../errors.ts';
import { revision, ticked } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { formsBelow } from '../../forms/formsBelow.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { fileOf } from '../../http/uploads/upload.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile } from '../submission/loadFile.ts';
import { periodShape, placeGiven, placeKey } from './evidence.form.ts';
import { documentView } from './evidence.view.ts';
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
      // Which of the forms of the page was refused: its faults are shown there.
      elsewhere: ctx.method === 'POST' && !ctx.path.endsWith(document.id),
      describing: ctx.method === 'POST' && ctx.path.endsWith('/period'),
    }),
  };

  formPage(router, path, {
    ...shown,
    shape: { ...periodShape, revision },
    submit: async (input, { at }, ctx) => {
      const given = { ...at, ...input, ...fileOf(ctx) };
      await reviseEvidence(ctx.deps, askerOf(ctx), given);
      return `${applicationHref(ctx.words, at.applicationId, `evidence/${at.document}`)}?saved=1`;
    },
  });
  const form = formsBelow(router, path, {
    ...shown,
    about: (_, { at }) => at,
    next: ({ words, params: { id = '', document } }) =>
      `${applicationHref(words, id, `evidence/${document}`)}?saved=1`,
  });
  form('period', periodShape, describeEvidence);
  form('part', { place: placeKey }, (deps, asker, { place, ...at }, { file }) =>
    detachEvidence(deps, asker, { ...at, ...placeGiven(file, place) }),
  );
  form('withdraw', { withdrawal: ticked }, (deps, asker, { withdrawal, ...at }, { file }) => {
    if (!withdrawal && placesOf(file, at.document).length > 0) throw invalid('withdrawal', 'sureWithdrawal');
    return offerEvidence(deps, asker, { ...at, offered: false });
  });
  form('offer', {}, (deps, asker, at) => offerEvidence(deps, asker, { ...at, offered: true }));
}

async function load(ctx: WebContext) {
  const file = await loadFile(ctx);
  const document = requireVisible(file.documents.find(({ id }) => id === ctx.params.document));
  return { file, document, at: { applicationId: file.application.id, document: document.id } };
}
