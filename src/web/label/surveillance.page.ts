import { surveillancePage } from '../../../templates/pages/label/surveillance.ts';
import { surveillanceListPage } from '../../../templates/pages/label/surveillanceList.ts';
import {
  confirmSurveillance,
  raiseSurveillanceFindings,
  recordSiteCheck,
} from '../../commands/label/surveillance/judgeSurveillance.ts';
import { listOfficeSurveillances } from '../../commands/label/views/listSurveillances.ts';
import { viewOfficeSurveillance } from '../../commands/label/views/viewSurveillance.ts';
import { day, lines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { visitFields } from '../forms/visit.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { surveillanceView } from './surveillance.view.ts';

const maxLength = 4000;

/** What a label is looked at for, as an officer judges it: the last part of each address names the event. */
export function staffSurveillancePage(router: WebRouter): void {
  const path = '/files/:applicationId/label/surveillance/:surveillanceId';
  const of = ({ params }: WebContext) => ({
    applicationId: params.applicationId ?? '',
    surveillanceId: params.surveillanceId ?? '',
  });
  router.get('/files/:applicationId/label/surveillance', async (ctx) => {
    const { applicationId } = of(ctx);
    const label = `/${ctx.words.language}/files/${applicationId}/label`;
    const list = await listOfficeSurveillances(ctx.deps, askerOf(ctx), applicationId);
    ctx.render(surveillanceListPage, { ...list, label, below: `${label}/surveillance` });
  });
  const form = pageWithForms(router, path, {
    template: surveillancePage,
    load: (ctx) => viewOfficeSurveillance(ctx.deps, askerOf(ctx), of(ctx)),
    page: (task, ctx) => surveillanceView(task, ctx.words),
    about: (_, { surveillance }) => ({ surveillanceId: surveillance.id }),
    next: (ctx) => {
      const { applicationId, surveillanceId } = of(ctx);
      return `/${ctx.words.language}/files/${applicationId}/label/surveillance/${surveillanceId}?saved=1`;
    },
  });
  form('confirm', { revision, reason: lines(maxLength) }, confirmSurveillance);
  form('findings', { revision, findings: lines(maxLength), until: day }, (deps, asker, input) => {
    const { findings: reason, ...rest } = input;
    return raiseSurveillanceFindings(deps, asker, { ...rest, reason });
  });
  form('check', visitFields, recordSiteCheck);
}
