import { guardedAction } from '../../policies/recentSignIn.ts';
import { sessionOf } from '../middleware/sessionOf.ts';
import { typedTexts } from '../presenters/typedTexts.ts';
import type { Web, WebRouter } from '../state.ts';

/** What was typed in a form whose session was over: shown once more, and sent to where it belongs by hand only. */
export function typedPage(router: WebRouter, _: Web): void {
  router.get('/typed', (ctx) => {
    const typed = sessionOf(ctx)?.typed;
    if (!typed) return ctx.redirect(`/${ctx.words.language}/my`);
    const action = guardedAction(typed.path.replace(/^\/[a-z]{2}\/|\?.*$/g, ''));
    ctx.render('typed', { ...typed, action, texts: typedTexts(typed.fields) });
  });
  router.post('/typed/discard', (ctx) => {
    delete sessionOf(ctx)?.typed;
    ctx.redirect(`/${ctx.words.language}/my`);
    ctx.status = 303;
  });
}
