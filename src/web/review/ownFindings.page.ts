import { ownFindingsPage } from '../../../templates/pages/review/ownFindings.ts';
import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { submitCorrection } from '../../commands/review/findings/corrections.ts';
import { ownFindings } from '../../commands/review/findings/findingLines.ts';
import { proposeAction, submitProof } from '../../commands/review/findings/findings.ts';
import { LabelError } from '../../errors.ts';
import { loadFile } from '../application/submission/loadFile.ts';
import { lines, optionalLines, revision, ticked } from '../forms/fields.ts';
import { formAction, showForm } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { applicantFindings } from '../views/ownFindings.view.ts';

const maxLength = 4000;

/** What is to be corrected: an action is proposed, then proven, and at the end the whole correction is sent. */
export function applicantFindingsPage(router: WebRouter): void {
  const path = '/applications/:id/findings';
  const idOf = (ctx: WebContext) => ctx.params.findingId ?? '';
  const page = async (file: ApplicantFile, ctx: WebContext) => {
    const own = await ownFindings(ctx.deps, askerOf(ctx), file.application.id);
    return applicantFindings(file, own, idOf(ctx), ctx.words);
  };
  const back = ({ application }: ApplicantFile, ctx: WebContext) =>
    `${applicationHref(ctx.words, application.id, 'findings')}?saved=1`;

  router.get(path, async (ctx) => {
    const view = await page(await loadFile(ctx), ctx);
    if (view.cards.length === 0) throw new LabelError('notFound');
    await showForm(ctx, { template: ownFindingsPage, page: () => view }, null);
  });

  formAction(router, `${path}/:findingId/action`, {
    template: ownFindingsPage,
    load: loadFile,
    page,
    shape: () => ({ revision, action: lines(maxLength) }),
    submit: async (input, file, ctx) => {
      await proposeAction(ctx.deps, askerOf(ctx), { findingId: idOf(ctx), ...input });
      return `${back(file, ctx)}#finding-${idOf(ctx)}`;
    },
  });

  formAction(router, `${path}/:findingId/proof`, {
    template: ownFindingsPage,
    load: loadFile,
    page,
    shape: ({ documents }) => ({
      revision,
      proof: optionalLines(maxLength),
      ...Object.fromEntries(documents.map(({ id }) => [`document.${id}`, ticked])),
    }),
    submit: async (input, file, ctx) => {
      const boxes: Readonly<Record<string, unknown>> = input;
      const documents = file.documents.map(({ id }) => id).filter((id) => boxes[`document.${id}`] === true);
      await submitProof(ctx.deps, askerOf(ctx), {
        findingId: idOf(ctx),
        revision: Number(input.revision),
        proof: String(input.proof),
        documents,
      });
      return `${back(file, ctx)}#finding-${idOf(ctx)}`;
    },
  });

  formAction(router, `${path}/send`, {
    template: ownFindingsPage,
    load: loadFile,
    page,
    shape: () => ({ revision }),
    submit: async (input, { application }, ctx) => {
      await submitCorrection(ctx.deps, askerOf(ctx), { applicationId: application.id, ...input });
      return `${applicationHref(ctx.words, application.id)}?saved=1`;
    },
  });
}
