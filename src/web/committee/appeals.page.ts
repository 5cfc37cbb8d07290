import { appealPage } from '../../../templates/pages/committee/appeal.ts';
import { appealsPage } from '../../../templates/pages/committee/appeals.ts';
import { formPanel } from '../../commands/committee/appeal/formPanel.ts';
import {
  admitAppeal,
  appealOutcomes,
  findInadmissible,
  settleAppeal,
  voteOnAppeal,
} from '../../commands/committee/appeal/judgeAppeal.ts';
import { askForStay, grantUrgentStay } from '../../commands/committee/appeal/stay.ts';
import { listAppeals } from '../../commands/committee/views/listAppeals.ts';
import { type AppealDesk, viewAppeal } from '../../commands/committee/views/viewAppeal.ts';
import { minReasonLength } from '../../commands/common/requireReason.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, lines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { sanctionWords } from '../views/sanctionWords.view.ts';
import { appealList } from './committeeLists.view.ts';

const reason = lines(8000);

/** Appeals for officers and committee: what waits, and one of them with the actions that its state takes from this person. */
export function staffAppealPages(router: WebRouter): void {
  listExport(router, '/appeals', (deps, ctx) => appealList(deps, askerOf(ctx), ctx.words));
  router.get('/appeals', async (ctx) => {
    ctx.render(appealsPage, await listAppeals(ctx.deps, askerOf(ctx)));
  });

  const idOf = (ctx: WebContext) => ctx.params.appealId ?? '';
  const next = (ctx: WebContext) => `/${ctx.words.language}/appeals/${idOf(ctx)}`;
  const form = pageWithForms(router, '/appeals/:appealId', {
    template: appealPage,
    load: (ctx) => viewAppeal(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (desk, ctx) => ({
      ...desk,
      said: desk.whole?.label ? sanctionWords(desk.whole.label, ctx.words) : [],
      href: next(ctx),
      min: minReasonLength,
      days: ctx.deps.procedure.appeal.urgentStayDays,
      outcomes: appealOutcomes.filter(
        (one) => desk.appeal.context.labelNumber === null || one !== 'partlyUphold',
      ),
      names: {
        admission: ctx.words.t('appeals.desk.admission.label'),
        vote: ctx.words.t('appeals.desk.vote.label'),
        reason: ctx.words.t('appeals.desk.reason'),
        stayReason: ctx.words.t('appeals.desk.reason'),
        urgentReason: ctx.words.t('appeals.desk.reason'),
        chair: ctx.words.t('appeals.desk.form.chair'),
      },
    }),
    about: (ctx) => ({ appealId: idOf(ctx) }),
    next,
  });
  form(
    'admission',
    { revision, admission: choice(['admit', 'inadmissible']), reason },
    (deps, asker, { admission, ...input }) =>
      (admission === 'admit' ? admitAppeal : findInadmissible)(deps, asker, input),
  );
  form(
    'panel',
    (desk) => ({ revision, chair: choice(free(desk)), ...boxes('panel.', free(desk)) }),
    (deps, asker, { chair, ...input }, desk) => {
      const others = tickedIn(input, 'panel.', free(desk)).filter((id) => id !== chair);
      return formPanel(deps, asker, { ...input, panel: [chair, ...others] });
    },
  );
  for (const [end, step] of [
    ['stay', 'askStay'],
    ['stay/lift', 'askToLiftStay'],
  ] as const)
    form(end, { revision, stayReason: reason }, (deps, asker, { stayReason, ...at }) =>
      askForStay(deps, asker, { ...at, step, reason: stayReason }),
    );
  form('stay/urgent', { revision, urgentReason: reason }, (deps, asker, { urgentReason, ...at }) =>
    grantUrgentStay(deps, asker, { ...at, reason: urgentReason }),
  );
  form('vote', { vote: choice(appealOutcomes) }, (deps, asker, { vote: outcome, ...at }) =>
    voteOnAppeal(deps, asker, { ...at, outcome }),
  );
  form('settle', { revision, reason }, settleAppeal);
}

/** Who can be named to the panel. */
function free({ panelists }: AppealDesk): string[] {
  return panelists.filter(({ blocker }) => blocker === null).map(({ person }) => person.id);
}
