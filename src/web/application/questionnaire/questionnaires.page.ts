import { questionnairePage } from '../../../../templates/pages/application/questionnaire.ts';
import { questionnairesPage } from '../../../../templates/pages/application/questionnaires.ts';
import { attachResult } from '../../../commands/application/questionnaire/attachResult.ts';
import { openQuestionnaire } from '../../../commands/application/questionnaire/openQuestionnaire.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { dayOf } from '../../../register/day.ts';
import { day, optionalNumber, ticked } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { pageWithForms } from '../../forms/formsBelow.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { Web, WebContext, WebRouter } from '../../http/state.ts';
import { loadFile } from '../submission/loadFile.ts';
import { questionnaireHref, questionnairesView, questionnaireView } from './questionnaires.view.ts';

const path = '/applications/:id/questionnaires';

/** Questionnaires for the people who work in an organisation: opened, handed out, and their result joined as evidence. */
export function questionnaireRoutes(router: WebRouter, { i18n }: Web): void {
  formPage(router, path, {
    template: questionnairesPage,
    shape: {
      working: optionalNumber.refine((value) => value !== null, 'required').transform(Number),
      closesOn: day,
      byCode: ticked,
    },
    load: async (ctx) => {
      const file = await loadFile(ctx);
      return { file, all: await ctx.deps.store.questionnairesOf(file.application.id) };
    },
    page: ({ file, all }, ctx) => questionnairesView(file, all, todayOf(ctx), ctx.words),
    submit: async (input, { file }, ctx) => {
      const applicationId = file.application.id;
      const id = await openQuestionnaire(ctx.deps, askerOf(ctx), { ...input, applicationId });
      return `${questionnaireHref(ctx.words, applicationId, id)}?saved=1`;
    },
  });

  const form = pageWithForms(router, `${path}/:questionnaire`, {
    template: questionnairePage,
    load: async (ctx) => {
      const file = await loadFile(ctx);
      const all = await ctx.deps.store.questionnairesOf(file.application.id);
      return { file, questionnaire: requireVisible(all.find(({ id }) => id === ctx.params.questionnaire)) };
    },
    page: async ({ file, questionnaire }, ctx) => {
      const view = questionnaireView(file, questionnaire, todayOf(ctx), i18n, ctx);
      const drawn = (link: string) => ctx.deps.papers.code(link);
      const slips = (view.isOpen && questionnaire.codes) || [];
      return {
        ...view,
        code: view.isOpen && !questionnaire.byCode ? await drawn(view.link) : null,
        slips: await Promise.all(
          slips.map(async (text) => ({ text, code: await drawn(`${view.link}?code=${text}`) })),
        ),
      };
    },
    about: ({ words }, { questionnaire: { id, applicationId, closedAt } }) => ({
      ...{ applicationId, questionnaireId: id, language: words.language },
      name: words.t('questionnaire.file', { day: closedAt === null ? '' : words.date(closedAt) }),
    }),
    next: ({ words, params: { id = '', questionnaire = '' } }) =>
      `${questionnaireHref(words, id, questionnaire)}?saved=1`,
  });
  form('attach', {}, async (deps, asker, input) => {
    await deps.limits.take('papersOfPerson', asker.id);
    await attachResult(deps, asker, input);
  });
}

function todayOf({ deps }: WebContext) {
  return dayOf(deps.clock.now().toISOString());
}
