import { outcomes } from '../../../templates/components/decision.ts';
import { filePage } from '../../../templates/pages/desk/file.ts';
import { acceptApplication } from '../../commands/application/screening/screenApplication.ts';
import { announceDecision } from '../../commands/committee/decision/announceDecision.ts';
import { recommendApplication } from '../../commands/committee/decision/recommendApplication.ts';
import { requireRevision } from '../../commands/common/requireVisible.ts';
import { openCasework } from '../../commands/desk/casework/openCasework.ts';
import { viewFile } from '../../commands/desk/viewFile.ts';
import { inviteReviewer } from '../../commands/review/assignment/inviteReviewer.ts';
import { releaseReviewer } from '../../commands/review/assignment/releaseReviewer.ts';
import { staffApplication } from '../../commands/review/assignment/staffApplication.ts';
import { recordVisit } from '../../commands/review/visits.ts';
import { askedText } from '../forms/address.ts';
import { caseworkForms, caseworkNames } from '../forms/casework.ts';
import { choice, line, lines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { visitFields } from '../forms/visit.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { sendAgreement, sendDecision, sendProof } from '../papers/applicationPapers.ts';
import { staffFile } from './file.view.ts';

const maxReasonLength = 4000;

/** A file on the officers' desk, with the actions that its state takes from this person. */
export function staffFilePage(router: WebRouter): void {
  const path = '/files/:applicationId';
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const next = (ctx: WebContext) => `/${ctx.words.language}/files/${idOf(ctx)}`;
  router.get(`${path}/proof/:n.pdf`, sendProof('applicationId'));
  router.get(`${path}/agreement.pdf`, sendAgreement('applicationId'));
  router.get(`${path}/decision/:n.pdf`, sendDecision('applicationId'));

  const form = pageWithForms(router, path, {
    template: filePage,
    load: async (ctx) => ({
      ...(await viewFile(ctx.deps, askerOf(ctx), idOf(ctx))),
      casework: await openCasework(ctx.deps, askerOf(ctx), `files/${idOf(ctx)}`),
    }),
    page: (file, { words, query }) => ({
      ...staffFile(file, words, askedText(query.q)),
      casework: file.casework,
      names: { kind: words.t('visits.kind.label'), ...caseworkNames(words) },
    }),
    about: (ctx) => ({ applicationId: idOf(ctx) }),
    next,
  });
  caseworkForms(form, next);
  form('accept', { revision }, acceptApplication);
  form(
    'invite',
    { revision, person: line(60) },
    async (deps, asker, { revision: read, person: personId, ...at }, { application }) => {
      requireRevision(application, read);
      await inviteReviewer(deps, asker, { ...at, personId });
    },
  );
  // Without the file's revision, which a delivery raises: it would tell that one came.
  const release = { review: line(60), reason: lines(maxReasonLength) };
  form('release', release, (deps, asker, { review: reviewId, ...input }) =>
    releaseReviewer(deps, asker, { ...input, reviewId }),
  );
  form('staff', { revision }, staffApplication);
  form('visits', visitFields, recordVisit);
  form(
    'recommend',
    { revision, draft: choice(outcomes), reason: lines(maxReasonLength) },
    recommendApplication,
    (ctx) => (askerOf(ctx).roles.includes('officer') ? next(ctx) : `/${ctx.words.language}/committee`),
  );
  form('announce', { revision }, announceDecision);
}
