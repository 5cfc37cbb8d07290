import { noticePage } from '../../../templates/pages/label/notice.ts';
import { giveNotice, takeBackNotice, viewNotice } from '../../commands/label/sanctions/notice.ts';
import { objectToNotice } from '../../commands/label/sanctions/recordedNotice.ts';
import { day, optionalLines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { noticeView } from './notice.view.ts';

const maxLength = 4000;

/** The holder gives their label back with a day, and takes that back until then. */
export function noticeRoutes(router: WebRouter): void {
  const idsOf = ({ params: { id = '', number = '' } }: WebContext) => ({ organisationId: id, number });
  const form = pageWithForms(router, '/organisations/:id/labels/:number/notice', {
    template: noticePage,
    load: (ctx) => viewNotice(ctx.deps, askerOf(ctx), idsOf(ctx)),
    page: (notice, ctx) => noticeView(notice, ctx.deps.clock.now().toISOString(), ctx.words),
    about: (ctx) => ({ number: idsOf(ctx).number }),
    next: (ctx) => {
      const { organisationId, number } = idsOf(ctx);
      return `${labelKitHref(ctx.words, organisationId, number)}/notice?saved=1`;
    },
  });
  form('give', { revision, on: day, reason: optionalLines(maxLength) }, giveNotice);
  form('take-back', { revision }, takeBackNotice);
  form('object', { revision, objection: optionalLines(maxLength) }, (deps, asker, { objection, ...at }) =>
    objectToNotice(deps, asker, { ...at, reason: objection }),
  );
}
