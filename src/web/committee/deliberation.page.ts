import { deliberationPage } from '../../../templates/pages/committee/deliberation.ts';
import { decideApplication, deferApplication } from '../../commands/committee/decision/decideApplication.ts';
import { takeChair } from '../../commands/committee/session/attendance.ts';
import { castVote, recuseMember } from '../../commands/committee/session/castVote.ts';
import { type Deliberation, viewDeliberation } from '../../commands/committee/views/viewDeliberation.ts';
import { type FieldShape, textOf } from '../application/answers/fields.form.ts';
import { choice, line, lines, optionalDay, optionalLines, revision } from '../forms/fields.ts';
import { formAction, formView } from '../forms/formPage.ts';
import { outcomes } from '../forms/outcomes.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { staffDeliberation } from './deliberation.view.ts';

const maxReasonLength = 4000;
const maxWordLength = 1000;
/** Conditions that one decision can have. */
const rows = [1, 2, 3, 4, 5] as const;
const conditionFields: FieldShape = Object.fromEntries(
  rows.flatMap((n) => [
    [`condition.${n}`, optionalLines(maxWordLength)],
    [`conditionDue.${n}`, optionalDay],
  ]),
);

/** A file before the committee: members vote on it or step out, who chairs it enters what was decided. */
export function staffDeliberationPage(router: WebRouter): void {
  const path = '/committee/:applicationId';
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const page = {
    template: deliberationPage,
    load: (ctx: WebContext) => viewDeliberation(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (file: Deliberation, ctx: WebContext) => ({ ...staffDeliberation(file, ctx.words), rows }),
  };
  const here = (ctx: WebContext) => `/${ctx.words.language}/committee/${idOf(ctx)}`;

  formView(router, path, page);

  formAction(router, `${path}/vote`, {
    ...page,
    shape: { choice: choice(['for', 'against', 'abstain']), word: optionalLines(maxWordLength) },
    submit: async ({ choice: chosen, word }, _, ctx) => {
      await castVote(ctx.deps, askerOf(ctx), { applicationId: idOf(ctx), choice: chosen, reason: word });
      return here(ctx);
    },
  });

  formAction(router, `${path}/recuse`, {
    ...page,
    shape: { person: line(60), why: lines(maxWordLength) },
    submit: async ({ person, why }, _, ctx) => {
      const asker = askerOf(ctx);
      await recuseMember(ctx.deps, asker, { applicationId: idOf(ctx), personId: person, reason: why });
      return person === asker.id ? `/${ctx.words.language}/committee` : here(ctx);
    },
  });

  formAction(router, `${path}/chair`, {
    ...page,
    shape: { revision, chairWhy: lines(maxWordLength) },
    submit: async ({ revision: seen, chairWhy }, { sitting }, ctx) => {
      const at = { sessionId: sitting?.session.id ?? '', revision: seen };
      await takeChair(ctx.deps, askerOf(ctx), { ...at, applicationId: idOf(ctx), reason: chairWhy });
      return here(ctx);
    },
  });

  formAction(router, `${path}/defer`, {
    ...page,
    shape: { revision, putOff: lines(maxReasonLength) },
    submit: async ({ revision: seen, putOff }, _, ctx) => {
      const said = { applicationId: idOf(ctx), revision: seen, reason: putOff };
      await deferApplication(ctx.deps, askerOf(ctx), said);
      return `/${ctx.words.language}/committee`;
    },
  });

  formAction(router, `${path}/decide`, {
    ...page,
    shape: { revision, outcome: choice(outcomes), reason: lines(maxReasonLength), ...conditionFields },
    submit: async (input, _, ctx) => {
      const conditions = rows.map((n) => ({
        text: textOf(input, `condition.${n}`) ?? '',
        due: textOf(input, `conditionDue.${n}`) ?? '',
      }));
      await decideApplication(ctx.deps, askerOf(ctx), {
        applicationId: idOf(ctx),
        revision: Number(input.revision),
        outcome: outcomes.find((known) => known === input.outcome) ?? 'refused',
        reason: textOf(input, 'reason') ?? '',
        conditions: conditions.filter(({ text, due }) => text !== '' || due !== ''),
      });
      return here(ctx);
    },
  });
}
