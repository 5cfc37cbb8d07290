import { ownFindingsPage } from '../../../templates/pages/review/ownFindings.ts';
import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { submitCorrection } from '../../commands/review/findings/corrections.ts';
import { ownFindings } from '../../commands/review/findings/findingLines.ts';
import { proposeAction, submitProof } from '../../commands/review/findings/findings.ts';
import { LabelError } from '../../errors.ts';
import { loadFile } from '../application/submission/loadFile.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { lines, optionalLines, revision } from '../forms/fields.ts';
import { showForm } from '../forms/formPage.ts';
import { formsBelow } from '../forms/formsBelow.ts';
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
  const above = { template: ownFindingsPage, load: loadFile, page };
  const hrefOf = (ctx: WebContext, below = '') => applicationHref(ctx.words, ctx.params.id ?? '', below);

  router.get(path, async (ctx) => {
    const view = await page(await loadFile(ctx), ctx);
    if (view.cards.length === 0) throw new LabelError('notFound');
    await showForm(ctx, { ...above, page: () => view }, null);
  });

  const ofFinding = formsBelow(router, `${path}/:findingId`, {
    ...above,
    about: (ctx) => ({ findingId: idOf(ctx) }),
    next: (ctx) => `${hrefOf(ctx, 'findings')}?saved=1#finding-${idOf(ctx)}`,
  });
  ofFinding('action', { revision, action: lines(maxLength) }, proposeAction);
  ofFinding(
    'proof',
    ({ documents }) => ({
      revision,
      proof: optionalLines(maxLength),
      ...boxes('document.', idsOf(documents)),
    }),
    (deps, asker, input, { documents }) =>
      submitProof(deps, asker, { ...input, documents: tickedIn(input, 'document.', idsOf(documents)) }),
  );

  const ofFile = formsBelow(router, path, {
    ...above,
    about: (_, { application }) => ({ applicationId: application.id }),
    next: (ctx) => `${hrefOf(ctx)}?saved=1`,
  });
  ofFile('send', { revision }, submitCorrection);
}

function idsOf(documents: ApplicantFile['documents']): string[] {
  return documents.map(({ id }) => id);
}
