import { sessionOf } from '../middleware/sessionOf.ts';
import type { Web, WebRouter } from '../state.ts';

/** Shorter ones are choices and figures, which say nothing out of their form. */
const worthReading = 12;

/** Marks that a form carries along by itself. */
const carried = /(^|\.)(seen|once|revision)$/;

/** What was typed in a form whose session was over: shown once more, and sent to where it belongs by hand only. */
export function typedPage(router: WebRouter, _: Web): void {
  router.get('/typed', (ctx) => {
    const typed = sessionOf(ctx)?.typed;
    if (!typed) return ctx.redirect(`/${ctx.words.language}/my`);
    const texts = typed.fields
      .filter(([name]) => !carried.test(name))
      .map(([, value]) => value.trim())
      .filter(({ length }) => length >= worthReading);
    ctx.render('typed', { ...typed, texts });
  });
  router.post('/typed/discard', (ctx) => {
    delete sessionOf(ctx)?.typed;
    ctx.redirect(`/${ctx.words.language}/my`);
    ctx.status = 303;
  });
}
