import { evidencePage } from '../../../../templates/pages/application/evidence.ts';
import { addEvidence } from '../../../commands/application/evidence/addEvidence.ts';
import { attachEvidence } from '../../../commands/application/evidence/joinEvidence.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { invalid } from '../../../errors.ts';
import { boxes, tickedIn } from '../../forms/boxes.ts';
import { formAction, formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { fileOf } from '../../http/uploads/upload.ts';
import { loadFile } from '../submission/loadFile.ts';
import { afterwards, periodShape, placeGiven, placeKey } from './evidence.form.ts';
import { evidencesView } from './evidence.view.ts';

type Loaded = Awaited<ReturnType<typeof load>>;

const library = {
  template: evidencePage,
  page: ({ file, place }: Loaded, ctx: WebContext) => ({
    ...evidencesView(file, place, ctx.words),
    again: ctx.method === 'GET' && ctx.query.again !== undefined,
  }),
};

/** The evidence library of an application: a form that adds a file, for one criterion or for all, and what is there to join. */
export function evidenceRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/evidence', {
    ...library,
    shape: periodShape,
    load,
    submit: async (input, { file, place }, ctx) => {
      const { id } = file.application;
      const given = { applicationId: id, place: place ?? undefined, ...input, ...fileOf(ctx) };
      await addEvidence(ctx.deps, askerOf(ctx), given);
      return afterwards(file, place, ctx);
    },
  });

  formAction(router, '/applications/:id/joins', {
    ...library,
    shape: ({ file }: Loaded) => ({ ...boxes('join.', idsOf(file)), place: placeKey }),
    load,
    submit: async (input, { file }, ctx) => {
      const place = placeGiven(file, input.place);
      const applicationId = file.application.id;
      const chosen = tickedIn(input, 'join.', idsOf(file));
      if (chosen.length === 0) throw invalid('join', 'documentMissing');
      for (const document of chosen) {
        await attachEvidence(ctx.deps, askerOf(ctx), { applicationId, document, ...place });
      }
      return afterwards(file, place, ctx);
    },
  });
}

function idsOf({ documents }: ApplicantFile): string[] {
  return documents.map(({ id }) => id);
}

/** The file, and the criterion that the page was opened for: named in its address, or in what was sent. */
async function load(ctx: WebContext) {
  const file = await loadFile(ctx);
  const key: unknown = ctx.path.endsWith('/joins') ? Object(ctx.request.body).place : ctx.query.for;
  return { file, place: typeof key === 'string' ? placeGiven(file, key) : null };
}
