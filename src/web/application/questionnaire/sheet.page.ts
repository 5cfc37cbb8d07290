import * as z from 'zod';
import type { Refusal } from '../../../../templates/frame.ts';
import { questionnaireSheetPage as page } from '../../../../templates/pages/application/questionnaireSheet.ts';
import {
  answerQuestionnaire,
  openSheet,
  type QuestionnaireSheet,
  stepChoices,
} from '../../../commands/application/questionnaire/answerQuestionnaire.ts';
import { LabelError } from '../../../errors.ts';
import { choice, optionalLine } from '../../forms/fields.ts';
import { parse } from '../../forms/parse.ts';
import { explains, named, noRefusal, refusalOf } from '../../forms/refusal.ts';
import { body } from '../../http/body.ts';
import { clientKey } from '../../http/clientKey.ts';
import { retryLater } from '../../http/retryLater.ts';
import type { Web, WebContext, WebRouter } from '../../http/state.ts';

/** What `ids.secret` gives: of chance alone, so that it tells nothing of when a form was opened. */
const once = z.string().regex(/^[\w-]{43}$/);

/**
 * Where the people who work in an organisation answer, without an account. No session is read and no cookie set: a form of another
 * site could do no more than its sender can anyway. Nothing is stored by a browser, which several people may use.
 */
export function questionnaireSheetPage(router: WebRouter, { deps }: Web): void {
  router.get('/questionnaires/:token', async (ctx) => {
    const sheet = await sheetOf(ctx);
    show(ctx, sheet, { isDone: ctx.query.done !== undefined, refusal: noRefusal });
  });
  router.post('/questionnaires/:token', body, async (ctx) => {
    const sheet = await sheetOf(ctx);
    if (!ctx.is('urlencoded')) throw new LabelError('badRequest');
    try {
      await deps.limits.take('questionnairesFromClient', clientKey(ctx.ip));
      const { once: mark, code, ...chosen } = parse(shapeOf(sheet), ctx.request.body);
      await answerQuestionnaire(deps, { token: sheet.token, once: mark, code, chosen });
      ctx.redirect(`/${ctx.words.language}/questionnaires/${sheet.token}?done=1`);
      ctx.status = 303;
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      show(ctx, await sheetOf(ctx), {
        isDone: false,
        refusal: refusalOf(error, ctx.request.body, ctx.words),
      });
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  });

  async function sheetOf(ctx: WebContext): Promise<QuestionnaireSheet> {
    ctx.set('Cache-Control', 'no-store');
    ctx.set('X-Robots-Tag', 'noindex, nofollow');
    return openSheet(deps, ctx.params.token ?? '');
  }

  function show(
    ctx: WebContext,
    sheet: QuestionnaireSheet,
    { isDone, refusal }: { readonly isDone: boolean; readonly refusal: Refusal },
  ): void {
    const { language } = ctx.words;
    const statements = sheet.statements.map(({ id, text }) => ({ id, text: text[language] }));
    const texts = Object.fromEntries(statements.map(({ id, text }) => [id, text]));
    const names = { ...texts, code: ctx.words.t('questionnaire.sheet.code') };
    // A slip of paper has the code in its address.
    const { code } = ctx.query;
    ctx.render(page, {
      ...{ ...sheet, statements, steps: stepChoices, isDone },
      // Of a form that was refused the same one, so that it still counts once.
      once: once.safeParse(refusal.typed.once).data ?? deps.ids.secret(),
      values: { code: typeof code === 'string' ? code.slice(0, 40) : '', ...refusal.typed },
      refusal: named(refusal, names, ctx.words),
    });
  }
}

function shapeOf({ statements }: QuestionnaireSheet) {
  const steps = choice(stepChoices).optional();
  const fields: Record<string, typeof steps> = Object.fromEntries(statements.map(({ id }) => [id, steps]));
  return { ...fields, once, code: optionalLine(40) };
}
