import { sessionsPage as template } from '../../../templates/pages/committee/sessions.ts';
import { planSession } from '../../commands/committee/session/planSession.ts';
import { listSessions, type SessionList } from '../../commands/committee/views/listSessions.ts';
import { instantAt } from '../../register/day.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { day, line, timeOfDay } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { sessionList } from './committeeLists.view.ts';

interface TypedPlan {
  readonly day: string;
  readonly time: string;
  readonly place: string;
}

/** When and where, with one box for each file that could be on the agenda: the fields of every form that plans a session. */
export function planFields(files: readonly string[]) {
  return { day, time: timeOfDay, place: line(120), ...boxes('file.', files) };
}

/** The plan of such a form. */
export function planIn(input: TypedPlan, files: readonly string[]) {
  return {
    plannedFor: instantAt(input.day, input.time),
    place: input.place,
    agenda: tickedIn(input, 'file.', files),
  };
}

/** The committee's sessions; an officer or a chair plans a new one here. */
export function sessionsPage(router: WebRouter): void {
  const idsOf = ({ waiting }: SessionList) => waiting.map(({ file }) => file.id);
  listExport(router, '/sessions', (deps, ctx) => sessionList(deps, askerOf(ctx), ctx.words));
  formPage(router, '/sessions', {
    template,
    load: (ctx) => listSessions(ctx.deps, askerOf(ctx)),
    page: (list) => list,
    shape: (list) => planFields(idsOf(list)),
    submit: async (input, list, ctx) => {
      const id = await planSession(ctx.deps, askerOf(ctx), planIn(input, idsOf(list)));
      return `/${ctx.words.language}/sessions/${id}`;
    },
  });
}
