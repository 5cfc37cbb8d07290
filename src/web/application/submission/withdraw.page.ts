import { withdrawPage } from '../../../../templates/pages/application/withdraw.ts';
import { withdrawApplication } from '../../../commands/application/selfAssessment/withdrawApplication.ts';
import type { Announced } from '../../../commands/file/announced.ts';
import { invalid } from '../../../errors.ts';
import { ticked } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { formFields, requireVersion } from '../answers/fields.form.ts';
import { versionTokenOf } from '../answers/versionTokens.view.ts';
import { loadFile } from './loadFile.ts';

/** Withdrawing an application: what remains is shown first, and a checkbox confirms it. */
export function withdrawRoutes(router: WebRouter): void {
  formPage(router, '/applications/:id/withdraw', {
    load: loadFile,
    template: withdrawPage,
    shape: () => ({ versionToken: formFields.versionToken, confirmed: ticked }),
    page: (file, ctx) => ({
      frame: frameView(file, ctx.words),
      versionToken: tokenOf(file.application),
      mine: file.role === 'owner',
    }),
    submit: async ({ versionToken, confirmed }, { application }, ctx) => {
      if (!confirmed) throw invalid('confirmed', 'required');
      requireVersion(versionToken, tokenOf(application));
      const { id, revision } = application;
      await withdrawApplication(ctx.deps, askerOf(ctx), { applicationId: id, revision });
      return `${applicationHref(ctx.words, application.id)}?saved=1`;
    },
  });
}

/** Of what the page shows of the file, without its revision: that counts what the applicant may not know of, as a delivered review. */
function tokenOf({ revision: _, ...shown }: Announced): string {
  return versionTokenOf(shown);
}
