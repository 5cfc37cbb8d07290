import { sessionPage as template } from '../../../templates/pages/committee/session.ts';
import { noteAttendance, takeChair } from '../../commands/committee/session/attendance.ts';
import { reviseMinutes, signMinutes } from '../../commands/committee/session/minutesOf.ts';
import {
  cancelSession,
  closeSession,
  conveneSession,
  openSession,
} from '../../commands/committee/session/moveSession.ts';
import { changePlan } from '../../commands/committee/session/planSession.ts';
import { printMinutes } from '../../commands/committee/views/printMinutes.ts';
import { type SessionView, viewSession } from '../../commands/committee/views/viewSession.ts';
import { isInCommittee } from '../../policies/who.ts';
import { instantAt } from '../../register/day.ts';
import { choice, line, lines, optionalLines, revision, ticked } from '../forms/fields.ts';
import { formAction, formView } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { sessionPage as viewOf } from './session.view.ts';
import { agendaFields, agendaIn, planFields } from './sessions.page.ts';

const path = '/sessions/:sessionId';
const maxWordLength = 1000;
const idOf = (ctx: WebContext) => ctx.params.sessionId ?? '';
const here = (ctx: WebContext) => `/${ctx.words.language}/sessions/${idOf(ctx)}`;
const page = {
  template,
  load: (ctx: WebContext) => viewSession(ctx.deps, askerOf(ctx), idOf(ctx)),
  page: (view: SessionView, ctx: WebContext) => ({
    ...viewOf(view, isInCommittee(askerOf(ctx)), ctx.words),
  }),
};
const fileIds = ({ files, waiting }: SessionView) => [...files, ...waiting].map(({ file }) => file.id);

/** One session: its plan, the room, its end and its minutes, each for whom it is. */
export function sessionPages(router: WebRouter): void {
  formView(router, path, page);

  router.get(`${path}/minutes.pdf`, async (ctx) => {
    const { language } = ctx.words;
    ctx.body = await printMinutes(ctx.deps, askerOf(ctx), { sessionId: idOf(ctx), language });
    ctx.type = 'application/pdf';
    ctx.set('Content-Disposition', `inline; filename="minutes-${idOf(ctx)}.pdf"`);
  });

  formAction(router, `${path}/plan`, {
    ...page,
    shape: (view) => ({ revision, ...planFields, ...agendaFields(fileIds(view)) }),
    submit: async (input, view, ctx) => {
      await changePlan(ctx.deps, askerOf(ctx), {
        sessionId: idOf(ctx),
        revision: Number(input.revision),
        plannedFor: instantAt(String(input.day), String(input.time)),
        place: String(input.place),
        agenda: agendaIn(input, fileIds(view)),
      });
      return here(ctx);
    },
  });

  for (const [name, act] of [
    ['convene', conveneSession],
    ['close', closeSession],
  ] as const) {
    formAction(router, `${path}/${name}`, {
      ...page,
      shape: { revision },
      submit: async (input, _, ctx) => {
        await act(ctx.deps, askerOf(ctx), { sessionId: idOf(ctx), ...input });
        return here(ctx);
      },
    });
  }

  formAction(router, `${path}/cancel`, {
    ...page,
    shape: { revision, why: lines(maxWordLength) },
    submit: async ({ revision: seen, why }, _, ctx) => {
      await cancelSession(ctx.deps, askerOf(ctx), { sessionId: idOf(ctx), revision: seen, reason: why });
      return `/${ctx.words.language}/sessions`;
    },
  });

  formAction(router, `${path}/open`, {
    ...page,
    shape: ({ members }) => ({
      revision,
      ...Object.fromEntries(members.map(({ id }) => [`present.${id}`, ticked])),
    }),
    submit: async (input: Readonly<Record<string, unknown>>, { members }, ctx) => {
      const present = members.map(({ id }) => id).filter((id) => input[`present.${id}`] === true);
      const at = { sessionId: idOf(ctx), revision: Number(input.revision) };
      await openSession(ctx.deps, askerOf(ctx), { ...at, present });
      return here(ctx);
    },
  });

  formAction(router, `${path}/attendance`, {
    ...page,
    shape: {
      revision,
      person: line(60),
      step: choice(['arrive', 'leave']),
      whyLeave: optionalLines(maxWordLength),
    },
    submit: async ({ revision: seen, person, step, whyLeave }, _, ctx) => {
      const at = { sessionId: idOf(ctx), revision: seen, personId: person };
      await noteAttendance(ctx.deps, askerOf(ctx), { ...at, here: step === 'arrive', reason: whyLeave });
      return here(ctx);
    },
  });

  formAction(router, `${path}/chair`, {
    ...page,
    shape: { revision, chairWhy: lines(maxWordLength) },
    submit: async ({ revision: seen, chairWhy }, _, ctx) => {
      const at = { sessionId: idOf(ctx), revision: seen };
      await takeChair(ctx.deps, askerOf(ctx), { ...at, applicationId: null, reason: chairWhy });
      return here(ctx);
    },
  });

  formAction(router, `${path}/remarks`, {
    ...page,
    shape: { revision, remarks: lines(4 * maxWordLength) },
    submit: async (input, _, ctx) => {
      await reviseMinutes(ctx.deps, askerOf(ctx), { sessionId: idOf(ctx), ...input });
      return here(ctx);
    },
  });

  formAction(router, `${path}/sign`, {
    ...page,
    shape: { revision, minutes: line(64) },
    submit: async (input, _, ctx) => {
      await signMinutes(ctx.deps, askerOf(ctx), { sessionId: idOf(ctx), ...input });
      return here(ctx);
    },
  });
}
