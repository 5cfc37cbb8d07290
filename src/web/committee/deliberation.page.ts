import { outcomes } from '../../../templates/components/decision.ts';
import { agendaPage } from '../../../templates/pages/committee/agenda.ts';
import { deliberationPage } from '../../../templates/pages/committee/deliberation.ts';
import { decideApplication, deferApplication } from '../../commands/committee/decision/decideApplication.ts';
import { takeChair } from '../../commands/committee/session/attendance.ts';
import { castVote, recuseMember } from '../../commands/committee/session/castVote.ts';
import { listAgenda } from '../../commands/committee/views/listAgenda.ts';
import { viewDeliberation } from '../../commands/committee/views/viewDeliberation.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import { type FieldShape, textOf } from '../application/answers/fields.form.ts';
import { choice, line, lines, optionalDay, optionalLines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { agendaList } from './committeeLists.view.ts';
import { staffDeliberation } from './deliberation.view.ts';

const maxReasonLength = 4000;
const maxWordLength = 1000;
const item = line(80);
/** Conditions that one decision can have. */
const rows = [1, 2, 3, 4, 5] as const;
const conditionFields: FieldShape = Object.fromEntries(
  rows.flatMap((n) => [
    [`condition.${n}`, optionalLines(maxWordLength)],
    [`conditionDue.${n}`, optionalDay],
  ]),
);

/** The committee's agenda. */
export function staffAgendaPage(router: WebRouter): void {
  listExport(router, '/committee', (deps, ctx) => agendaList(deps, askerOf(ctx), ctx.words));
  router.get('/committee', async (ctx) => {
    const lines = await listAgenda(ctx.deps, askerOf(ctx));
    ctx.render(
      agendaPage,
      lines.map((line) => ({ ...line, about: aboutLabel(line, ctx.words) })),
    );
  });
}

/** A file before the committee: members vote on it or step out, who chairs it enters what was decided. */
export function staffDeliberationPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const agenda = (ctx: WebContext) => `/${ctx.words.language}/committee`;
  const here = (ctx: WebContext) => `${agenda(ctx)}/${idOf(ctx)}`;
  const form = pageWithForms(router, '/committee/:applicationId', {
    template: deliberationPage,
    load: (ctx) => viewDeliberation(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (file, ctx) => ({ ...staffDeliberation(file, ctx.words), rows }),
    about: (ctx) => ({ applicationId: idOf(ctx) }),
    next: here,
  });
  form(
    'vote',
    { item, choice: choice(['for', 'against', 'abstain']), word: optionalLines(maxWordLength) },
    (deps, asker, { word: reason, ...input }) => castVote(deps, asker, { ...input, reason }),
  );
  form(
    'recuse',
    { item, person: line(60), why: lines(maxWordLength) },
    (deps, asker, { person: personId, why: reason, ...at }) =>
      recuseMember(deps, asker, { ...at, personId, reason }),
    (ctx, { person }) => (person === askerOf(ctx).id ? agenda(ctx) : here(ctx)),
  );
  form(
    'chair',
    { item, revision, chairWhy: lines(maxWordLength) },
    (deps, asker, { chairWhy: reason, ...at }, { sitting }) =>
      takeChair(deps, asker, { ...at, sessionId: sitting?.session.id ?? '', reason }),
  );
  form(
    'defer',
    { revision, putOff: lines(maxReasonLength) },
    (deps, asker, { putOff: reason, ...at }) => deferApplication(deps, asker, { ...at, reason }),
    agenda,
  );
  form(
    'decide',
    { revision, outcome: choice(outcomes), reason: lines(maxReasonLength), ...conditionFields },
    (deps, asker, input) => {
      const conditions = rows.map((n) => ({
        text: textOf(input, `condition.${n}`) ?? '',
        due: textOf(input, `conditionDue.${n}`) ?? '',
      }));
      const typed = conditions.filter(({ text, due }) => text !== '' || due !== '');
      return decideApplication(deps, asker, { ...input, conditions: typed });
    },
  );
}
