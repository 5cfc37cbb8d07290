import { sessionPage as template } from '../../../templates/pages/committee/session.ts';
import { noteAttendance, takeChair } from '../../commands/committee/session/attendance.ts';
import { excuseOneself } from '../../commands/committee/session/excuse.ts';
import { signMinutes } from '../../commands/committee/session/minutesOf.ts';
import {
  cancelSession,
  closeSession,
  conveneSession,
  openSession,
} from '../../commands/committee/session/moveSession.ts';
import { changePlan } from '../../commands/committee/session/planSession.ts';
import { draftMinutes, reviseMinutes } from '../../commands/committee/session/writeMinutes.ts';
import { printMinutes } from '../../commands/committee/views/printMinutes.ts';
import { type SessionView, viewSession } from '../../commands/committee/views/viewSession.ts';
import { isInCommittee } from '../../policies/who.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, line, lines, optionalLines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { additionField, minutesIn } from './minutesDraft.view.ts';
import { sessionPage as viewOf } from './session.view.ts';
import { planFields, planIn } from './sessions.page.ts';

const path = '/sessions/:sessionId';
const maxWordLength = 1000;
const idOf = (ctx: WebContext) => ctx.params.sessionId ?? '';
const filesOf = ({ files, waiting }: SessionView) => [...files, ...waiting].map(({ file }) => file.id);
const membersOf = ({ members }: SessionView) => members.map(({ id }) => id);

const agendaOf = ({ files }: SessionView) => files.map(({ file }) => file.id);
const concludedOf = ({ minutes }: SessionView) => minutes?.files.map(({ number }) => number) ?? [];
const textsOf = (files: readonly string[]) =>
  Object.fromEntries(files.map((id) => [`${additionField}${id}`, optionalLines(maxWordLength)]));

/** One session: its plan, attendance, closing and minutes, each form for those who may use it. */
export function sessionPages(router: WebRouter): void {
  router.get(`${path}/minutes.pdf`, async (ctx) => {
    const { language } = ctx.words;
    ctx.body = await printMinutes(ctx.deps, askerOf(ctx), { sessionId: idOf(ctx), language });
    ctx.type = 'application/pdf';
    ctx.set('Content-Disposition', `inline; filename="minutes-${idOf(ctx)}.pdf"`);
  });

  const form = pageWithForms(router, path, {
    template,
    load: (ctx) => viewSession(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (view, ctx) => viewOf(view, isInCommittee(askerOf(ctx)), ctx.words),
    about: (ctx) => ({ sessionId: idOf(ctx) }),
    next: (ctx) => `/${ctx.words.language}/sessions/${idOf(ctx)}`,
  });
  form(
    'plan',
    (view) => ({ revision, ...planFields(filesOf(view)) }),
    (deps, asker, input, view) => changePlan(deps, asker, { ...input, ...planIn(input, filesOf(view)) }),
  );
  form('convene', { revision }, conveneSession);
  form('excuse', { revision, comes: choice(['no', 'yes']) }, (deps, asker, { comes, ...at }) =>
    excuseOneself(deps, asker, { ...at, comes: comes === 'yes' }),
  );
  form(
    'cancel',
    { revision, why: lines(maxWordLength) },
    (deps, asker, { why: reason, ...at }) => cancelSession(deps, asker, { ...at, reason }),
    (ctx) => `/${ctx.words.language}/sessions`,
  );
  form(
    'open',
    (view) => ({ revision, ...boxes('present.', membersOf(view)) }),
    (deps, asker, input, view) =>
      openSession(deps, asker, { ...input, present: tickedIn(input, 'present.', membersOf(view)) }),
  );
  const attendance = {
    revision,
    person: line(60),
    step: choice(['arrive', 'leave']),
    whyLeave: optionalLines(maxWordLength),
  };
  form('attendance', attendance, (deps, asker, { person: personId, step, whyLeave: reason, ...at }) =>
    noteAttendance(deps, asker, { ...at, personId, here: step === 'arrive', reason }),
  );
  form('chair', { revision, chairWhy: lines(maxWordLength) }, (deps, asker, { chairWhy: reason, ...at }) =>
    takeChair(deps, asker, { ...at, applicationId: null, reason }),
  );
  form('close', { revision }, closeSession);
  const written = (files: readonly string[]) => ({
    revision,
    remarks: optionalLines(4 * maxWordLength),
    ...textsOf(files),
  });
  form(
    'draft',
    (view) => written(agendaOf(view)),
    (deps, asker, input, view) =>
      draftMinutes(deps, asker, { ...input, additions: minutesIn(input, agendaOf(view)) }),
  );
  form(
    'remarks',
    (view) => written(concludedOf(view)),
    (deps, asker, input, view) =>
      reviseMinutes(deps, asker, { ...input, additions: minutesIn(input, concludedOf(view)) }),
  );
  form('sign', { revision, minutes: line(64) }, signMinutes);
}
