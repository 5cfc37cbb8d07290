import { letterPage } from '../../../templates/pages/desk/letter.ts';
import { mailPage } from '../../../templates/pages/desk/mail.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { listMail } from '../../commands/desk/mail/listMail.ts';
import { resendLetter } from '../../commands/desk/mail/resendLetter.ts';
import { viewLetter } from '../../commands/desk/mail/viewLetter.ts';
import type { MailPlace } from '../../commands/ports/mailPorts.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { letterAnswer } from '../http/letterAnswer.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { letterView } from './letter.view.ts';
import { mailView } from './mail.view.ts';
import { mailList } from './mailList.view.ts';
import { mailQuery, mailTypedIn } from './mailQuery.ts';

/** The mail log for officers: every letter by file, person, occasion, state and day, its export; and one letter, which can be sent again. */
export function mailPages(router: WebRouter): void {
  listExport(router, '/mail', async (deps, ctx) => {
    const typed = mailTypedIn(ctx);
    return mailList(deps, askerOf(ctx), { typed, query: await mailQuery(ctx.deps, typed) }, ctx.words);
  });
  router.get('/mail', async (ctx) => {
    const typed = mailTypedIn(ctx);
    const query = await mailQuery(ctx.deps, typed);
    const page = await listMail(ctx.deps, askerOf(ctx), { query, before: placeIn(ctx) });
    ctx.render(mailPage, mailView({ ...page, typed, facts: ctx.deps.letterDesk.facts }, ctx.words));
  });

  const idOf = (ctx: WebContext) => ctx.params.letter ?? '';
  router.get('/mail/letters/:letter/html', async (ctx) => {
    const { written } = await viewLetter(ctx.deps, askerOf(ctx), idOf(ctx));
    letterAnswer(ctx, requireVisible(written).html);
  });
  const form = pageWithForms(router, '/mail/letters/:letter', {
    template: letterPage,
    load: (ctx) => viewLetter(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (page, { words }) => letterView(page, words),
    about: (ctx) => ({ letterId: idOf(ctx) }),
    next: (ctx) => `/${ctx.words.language}/mail/letters/${encodeURIComponent(idOf(ctx))}?saved=1`,
  });
  form('resend', {}, resendLetter);
}

/** Where a page begins, as its address says it: instant and id. */
function placeIn({ query }: WebContext): MailPlace | undefined {
  const read =
    typeof query.before === 'string' ? /^([\d:.TZ-]{24})~([\w:.-]{1,120})$/.exec(query.before) : null;
  const [, queuedAt, id] = read ?? [];
  return queuedAt !== undefined && id !== undefined ? { queuedAt, id } : undefined;
}
