import { statementPage } from '../../../templates/pages/complaint/statement.ts';
import { giveStatement, viewStatement } from '../../commands/complaint/giveStatement.ts';
import { lines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { labelKitHref } from '../views/organisation.view.ts';

/** Where the holder of a label says what it has to say to a complaint that it was asked about. */
export function statementRoutes(router: WebRouter): void {
  const about = ({ params: { id = '', number = '', complaintId = '' } }: WebContext) => ({
    organisationId: id,
    labelNumber: number,
    complaintId,
  });
  formPage(router, '/organisations/:id/labels/:number/statements/:complaintId', {
    load: (ctx) => viewStatement(ctx.deps, askerOf(ctx), about(ctx)),
    template: statementPage,
    shape: { revision, statement: lines(8000) },
    page: (view, ctx) => ({
      ...view,
      href: ctx.path,
      kit: labelKitHref(ctx.words, about(ctx).organisationId, about(ctx).labelNumber),
      names: { statement: ctx.words.t('complaints.own.label') },
    }),
    submit: async ({ statement, ...at }, _, ctx) => {
      await giveStatement(ctx.deps, askerOf(ctx), { ...at, ...about(ctx), statement });
      return `${ctx.path}?saved=1`;
    },
  });
}
