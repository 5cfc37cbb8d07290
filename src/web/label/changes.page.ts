import { changePage } from '../../../templates/pages/label/change.ts';
import { labelChangesPage, ownChangesPage } from '../../../templates/pages/label/changes.ts';
import { assessChange, changeEffects, concludeChange } from '../../commands/desk/assessChange.ts';
import { type ChangeDesk, viewChange, viewLabelChanges } from '../../commands/desk/viewChange.ts';
import { changedThings } from '../../commands/items/noticeOfChange.ts';
import { noticeFaults, notifyChange } from '../../commands/label/changes/notifyChange.ts';
import { viewOwnChanges } from '../../commands/label/changes/viewOwnChanges.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, day, dayOrNull, lines, optionalLine, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { changeView, labelChangesView, ownChangesView } from './changes.view.ts';

const notice = { ...boxes('things.', changedThings), on: day, text: lines(4000) };
const named = (ctx: WebContext) => ({ text: ctx.words.t('changes.text'), on: ctx.words.t('changes.on') });

const noticeCheck = ({ text, ...ticks }: { readonly text?: string }) =>
  noticeFaults({ text, things: tickedIn(ticks, 'things.', changedThings) });

/** What a holder tells that changed, and what came of it. */
export function ownChangesRoutes(router: WebRouter): void {
  formPage(router, '/organisations/:id/labels/:number/changes', {
    template: ownChangesPage,
    load: (ctx) => {
      const { id: organisationId = '', number = '' } = ctx.params;
      return viewOwnChanges(ctx.deps, askerOf(ctx), { organisationId, number });
    },
    page: (own, ctx) => ({ ...ownChangesView(own, ctx.words), names: named(ctx) }),
    shape: notice,
    check: noticeCheck,
    submit: async ({ on, text, ...ticks }, { label, organisation }, ctx) => {
      const things = tickedIn(ticks, 'things.', changedThings);
      await notifyChange(ctx.deps, askerOf(ctx), { number: label.id, things, on, text });
      return `/${ctx.words.language}/organisations/${organisation.id}/labels/${label.id}/changes?saved=1`;
    },
  });
}

/** Notices of change on an officer's desk: those of a label, and one of them with what it leads to. */
export function staffChangesRoutes(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  formPage(router, '/files/:applicationId/label/changes', {
    template: labelChangesPage,
    load: (ctx) => viewLabelChanges(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (viewed, ctx) => ({ ...labelChangesView(viewed, ctx.words), names: named(ctx) }),
    shape: notice,
    check: noticeCheck,
    submit: async ({ on, text, ...ticks }, { label }, ctx) => {
      const things = tickedIn(ticks, 'things.', changedThings);
      const id = await notifyChange(ctx.deps, askerOf(ctx), { number: label.id, things, on, text });
      return `/${ctx.words.language}/files/${idOf(ctx)}/label/changes/${id}`;
    },
  });

  const changeId = (ctx: WebContext) => ctx.params.changeId ?? '';
  const criteriaIn = ({ published }: ChangeDesk) => published.scheme.criteria.map(({ id }) => id);
  const form = pageWithForms(router, '/files/:applicationId/label/changes/:changeId', {
    template: changePage,
    load: (ctx) => viewChange(ctx.deps, askerOf(ctx), { applicationId: idOf(ctx), changeId: changeId(ctx) }),
    page: (desk, ctx) => ({
      ...changeView(desk, ctx.words),
      names: {
        effect: ctx.words.t('changes.desk.effect'),
        reason: ctx.words.t('changes.desk.reason'),
        until: ctx.words.t('changes.desk.until'),
        successor: ctx.words.t('changes.desk.successor'),
        successorPlace: ctx.words.t('changes.desk.successorPlace'),
      },
    }),
    about: (ctx) => ({ changeId: changeId(ctx) }),
    next: (ctx) => `/${ctx.words.language}/files/${idOf(ctx)}/label/changes/${changeId(ctx)}`,
  });
  form(
    'assess',
    (desk) => ({
      revision,
      effect: choice(changeEffects),
      reason: lines(4000),
      until: dayOrNull,
      successor: optionalLine(120),
      successorPlace: optionalLine(80),
      ...boxes('criteria.', criteriaIn(desk)),
    }),
    (deps, asker, input, desk) => {
      const { changeId, revision, effect, reason, until, successor, successorPlace, ...ticks } = input;
      const criteria = tickedIn(ticks, 'criteria.', criteriaIn(desk));
      const named = { successor, successorPlace };
      return assessChange(deps, asker, { changeId, revision, effect, reason, until, criteria, ...named });
    },
  );
  form('conclude', { revision, reason: lines(4000) }, concludeChange);
}
