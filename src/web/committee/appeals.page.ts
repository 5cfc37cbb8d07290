import { appealPage } from '../../../templates/pages/committee/appeal.ts';
import { appealsPage } from '../../../templates/pages/committee/appeals.ts';
import { formPanel } from '../../commands/committee/appeal/formPanel.ts';
import {
  admitAppeal,
  appealOutcomes,
  changeStay,
  declareInadmissible,
  settleAppeal,
  voteOnAppeal,
} from '../../commands/committee/appeal/judgeAppeal.ts';
import { listAppeals } from '../../commands/committee/views/listAppeals.ts';
import { type AppealDesk, viewAppeal } from '../../commands/committee/views/viewAppeal.ts';
import { choice, lines, revision, ticked } from '../forms/fields.ts';
import { formAction, formView } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { admissions, staffAppeal } from './appeal.view.ts';
import { staffAppeals } from './appeals.view.ts';

const maxReasonLength = 8000;

/** Appeals for officers and committee: what waits, and one of them with the actions that its state takes from this person. */
export function staffAppealPages(router: WebRouter): void {
  const path = '/appeals/:appealId';
  const idOf = (ctx: WebContext) => ctx.params.appealId ?? '';
  const next = (ctx: WebContext) => `/${ctx.words.language}/appeals/${idOf(ctx)}`;
  const page = {
    template: appealPage,
    load: (ctx: WebContext) => viewAppeal(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (desk: AppealDesk, ctx: WebContext) => staffAppeal(desk, ctx.words),
  };

  router.get('/appeals', async (ctx) => {
    ctx.render(appealsPage, staffAppeals(await listAppeals(ctx.deps, askerOf(ctx)), ctx.words));
  });

  formView(router, path, page);

  formAction(router, `${path}/admission`, {
    ...page,
    shape: { revision, admission: choice(admissions), reason: lines(maxReasonLength) },
    submit: async ({ admission, ...said }, _, ctx) => {
      const answer = admission === 'admit' ? admitAppeal : declareInadmissible;
      await answer(ctx.deps, askerOf(ctx), { appealId: idOf(ctx), ...said });
      return next(ctx);
    },
  });

  formAction(router, `${path}/panel`, {
    ...page,
    shape: ({ panelists }) => ({
      revision,
      ...boxes(
        'panel',
        panelists.filter(({ against }) => against === null).map(({ person }) => person.id),
      ),
    }),
    submit: async (input, { panelists }, ctx) => {
      const ids = panelists.map(({ person }) => person.id);
      await formPanel(ctx.deps, askerOf(ctx), {
        appealId: idOf(ctx),
        revision: input.revision,
        panel: tickedIn('panel', ids, input),
      });
      return next(ctx);
    },
  });

  for (const [way, step] of [
    ['stay', 'grantStay'],
    ['stay/lift', 'liftStay'],
  ] as const) {
    formAction(router, `${path}/${way}`, {
      ...page,
      shape: { revision, stayReason: lines(maxReasonLength) },
      submit: async ({ revision: seen, stayReason: reason }, _, ctx) => {
        await changeStay(ctx.deps, askerOf(ctx), { appealId: idOf(ctx), revision: seen, step, reason });
        return next(ctx);
      },
    });
  }

  formAction(router, `${path}/vote`, {
    ...page,
    shape: { vote: choice(appealOutcomes) },
    submit: async ({ vote: outcome }, _, ctx) => {
      await voteOnAppeal(ctx.deps, askerOf(ctx), { appealId: idOf(ctx), outcome });
      return next(ctx);
    },
  });

  formAction(router, `${path}/settle`, {
    ...page,
    shape: { revision, reason: lines(maxReasonLength) },
    submit: async (input, _, ctx) => {
      await settleAppeal(ctx.deps, askerOf(ctx), { appealId: idOf(ctx), ...input });
      return next(ctx);
    },
  });
}

/** One box for each of some people: `panel.<person>`. */
function boxes(name: string, ids: readonly string[]): Record<string, typeof ticked> {
  return Object.fromEntries(ids.map((id) => [`${name}.${id}`, ticked]));
}

function tickedIn(name: string, ids: readonly string[], input: Readonly<Record<string, unknown>>): string[] {
  return ids.filter((id) => input[`${name}.${id}`] === true);
}
