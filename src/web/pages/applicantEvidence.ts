import { addEvidence } from '../../commands/evidence/addEvidence.ts';
import { listEvidence } from '../../commands/evidence/listEvidence.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { fileOf } from '../middleware/upload.ts';
import { evidencesView } from '../presenters/applicantEvidence.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import type { WebRouter } from '../state.ts';
import { loadFile } from './applicantForm.ts';

/** The files that an organisation handed in for an application, and the form that adds one. */
export function evidencePage(router: WebRouter): void {
  formPage(router, '/applications/:id/evidence', {
    template: 'applicant/evidence',
    shape: {},
    load: async (ctx) => {
      const file = await loadFile(ctx);
      return { file, evidence: await listEvidence(ctx.deps, askerOf(ctx), file.application.id) };
    },
    page: ({ file, evidence }, ctx) => ({
      ...evidencesView(file, evidence, ctx.words),
      saved: ctx.method === 'GET' && ctx.query.saved !== undefined,
    }),
    submit: async (_, { file }, ctx) => {
      const { id } = file.application;
      await addEvidence(ctx.deps, askerOf(ctx), { applicationId: id, ...fileOf(ctx) });
      return `${applicationHref(ctx.words, id, 'evidence')}?saved=1`;
    },
  });
}
