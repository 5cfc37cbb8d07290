import { sessionsPage as template } from '../../../templates/pages/committee/sessions.ts';
import { planSession } from '../../commands/committee/session/planSession.ts';
import { listSessions } from '../../commands/committee/views/listSessions.ts';
import { instantAt } from '../../register/day.ts';
import { day, line, ticked, timeOfDay } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { sessionsView } from './sessions.view.ts';

/** When and where: the fields of every form that plans a session. */
export const planFields = { day, time: timeOfDay, place: line(120) };

/** One box for each file that could be on the agenda. */
export function agendaFields(ids: readonly string[]): Record<string, typeof ticked> {
  return Object.fromEntries(ids.map((id) => [`file.${id}`, ticked]));
}

/** Those that were ticked, in the order of the list. */
export function agendaIn(input: Readonly<Record<string, unknown>>, ids: readonly string[]): string[] {
  return ids.filter((id) => input[`file.${id}`] === true);
}

/** The committee's sessions; an officer or a chair plans a new one here. */
export function sessionsPage(router: WebRouter): void {
  formPage(router, '/sessions', {
    template,
    load: (ctx) => listSessions(ctx.deps, askerOf(ctx)),
    page: (list, ctx) => ({ ...sessionsView(list, ctx.words) }),
    shape: ({ waiting }) => ({ ...planFields, ...agendaFields(waiting.map(({ file }) => file.id)) }),
    submit: async (input, { waiting }, ctx) => {
      const id = await planSession(ctx.deps, askerOf(ctx), {
        plannedFor: instantAt(String(input.day), String(input.time)),
        place: String(input.place),
        agenda: agendaIn(
          input,
          waiting.map(({ file }) => file.id),
        ),
      });
      return `/${ctx.words.language}/sessions/${id}`;
    },
  });
}
