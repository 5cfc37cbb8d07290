import { letterPage } from '../../../templates/pages/desk/letter.ts';
import { mailPage } from '../../../templates/pages/desk/mail.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { listMail } from '../../commands/desk/mail/listMail.ts';
import { resendLetter } from '../../commands/desk/mail/resendLetter.ts';
import { viewLetter } from '../../commands/desk/mail/viewLetter.ts';
import { letterStates } from '../../commands/items/mailLog.ts';
import type { MailPlace, MailQuery } from '../../commands/ports/mailPorts.ts';
import { askedText } from '../forms/address.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { letterAnswer } from '../http/letterAnswer.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { letterView } from './letter.view.ts';
import { type MailTyped, mailView } from './mail.view.ts';

/** The mail log for officers: every letter by file, person, occasion, state and day; and one letter, which can be sent again. */
export function mailPages(router: WebRouter): void {
  router.get('/mail', async (ctx) => {
    const typed = typedIn(ctx);
    const page = await listMail(ctx.deps, askerOf(ctx), { query: queryOf(ctx, typed), before: placeIn(ctx) });
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

function typedIn({ query }: WebContext): MailTyped {
  const { file, person, fact, state, day } = query;
  const text = (value: unknown) => askedText(value, 254);
  return { file: text(file), person: text(person), fact: text(fact), state: text(state), day: text(day) };
}

/** What no letter has: what names nothing gives no letter rather than all. */
const nothing = '-';

function queryOf({ deps }: WebContext, { file, person, fact, state, day }: MailTyped): MailQuery {
  const known = deps.letterDesk.facts.find((one) => one === fact);
  return {
    ...(file !== '' && { file: /^[\w.-]{1,80}$/.test(file) ? file : nothing }),
    ...(person !== '' && (person.includes('@') ? { to: person.toLowerCase() } : { personId: person })),
    ...(fact !== '' && { fact: (known ?? nothing) as NonNullable<MailQuery['fact']> }),
    ...(state !== '' && {
      state: (letterStates.find((one) => one === state) ?? nothing) as NonNullable<MailQuery['state']>,
    }),
    ...(isDay(day) && { day }),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Where a page begins, as its address says it: instant and id. */
function placeIn({ query }: WebContext): MailPlace | undefined {
  const read =
    typeof query.before === 'string' ? /^([\d:.TZ-]{24})~([\w:.-]{1,120})$/.exec(query.before) : null;
  const [, queuedAt, id] = read ?? [];
  return queuedAt !== undefined && id !== undefined ? { queuedAt, id } : undefined;
}
