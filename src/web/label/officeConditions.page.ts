import { officeConditionsPage as template } from '../../../templates/pages/label/officeConditions.ts';
import {
  confirmCondition,
  extendCondition,
  recordConditionCall,
  rejectCondition,
} from '../../commands/label/conditions/followConditions.ts';
import { imposeCondition } from '../../commands/label/conditions/imposeCondition.ts';
import {
  type OfficeConditions,
  viewOfficeConditions,
} from '../../commands/label/conditions/viewConditions.ts';
import { remindOfCondition } from '../../commands/label/remindHolder.ts';
import { dayOf } from '../../register/day.ts';
import { day, lines, optionalDay, revision } from '../forms/fields.ts';
import { formsBelow, pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { officeConditionsView } from './officeConditions.view.ts';

const maxLength = 4000;

/** The conditions of a label for the officers, who judge the proofs and give more time; the last part of an address names the event. */
export function officeConditionsPage(router: WebRouter): void {
  const path = '/files/:applicationId/label/conditions';
  const fileOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const idOf = (ctx: WebContext) => ctx.params.conditionId ?? '';
  const page = {
    template,
    load: (ctx: WebContext) => viewOfficeConditions(ctx.deps, askerOf(ctx), fileOf(ctx)),
    page: (office: OfficeConditions, ctx: WebContext) => ({
      ...officeConditionsView(office, idOf(ctx), dayOf(ctx.deps.clock.now().toISOString()), ctx.words),
      names: {
        text: ctx.words.t('conditions.staff.impose.text'),
        imposedFor: ctx.words.t('conditions.staff.impose.reason'),
        imposedDueOn: ctx.words.t('conditions.staff.impose.dueOn'),
      },
    }),
  };
  const hrefOf = (ctx: WebContext) => `/${ctx.words.language}/files/${fileOf(ctx)}/label/conditions?saved=1`;
  const ofLabel = pageWithForms(router, path, {
    ...page,
    about: (_, { label }) => ({ number: label.id }),
    next: hrefOf,
  });
  // Its fields have names of their own: those of each condition stand on the same page.
  ofLabel(
    'impose',
    { revision, text: lines(maxLength), imposedFor: lines(maxLength), imposedDueOn: day },
    (deps, asker, { imposedFor: reason, imposedDueOn: dueOn, ...input }) =>
      imposeCondition(deps, asker, { ...input, reason, dueOn }),
  );
  const ofCondition = formsBelow(router, `${path}/:conditionId`, {
    ...page,
    about: (ctx) => ({ conditionId: idOf(ctx) }),
    next: (ctx) => `${hrefOf(ctx)}#condition-${idOf(ctx)}`,
  });
  // Of the same form as a rejection, whose day it has no use for.
  ofCondition('confirm', { revision, reason: lines(maxLength), dueOn: optionalDay }, confirmCondition);
  ofCondition('reject', { revision, reason: lines(maxLength), dueOn: day }, rejectCondition);
  ofCondition('extend', { revision, reason: lines(maxLength), dueOn: day }, extendCondition);
  ofCondition(
    'record-call',
    { revision, calledOn: day, callText: lines(maxLength) },
    (deps, asker, { calledOn: on, callText: text, ...input }) =>
      recordConditionCall(deps, asker, { ...input, on, text }),
  );
  ofCondition('remind', { revision }, remindOfCondition);
}
