import type { ExchangesPage } from '../../../src/commands/exchange/views/listExchanges.ts';
import { button } from '../../components/button.ts';
import { pill } from '../../components/pill.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { dueDay } from '../../staffWords.ts';
import { bars } from './bars.ts';
import { needPill } from './needPill.ts';

type ExchangesView = ExchangesPage & FormState & { readonly href: string };

/** What an organisation looks for, and what it writes with others. */
export function exchangesPage(frame: Frame, view: ExchangesView): Html {
  const { t, lang } = frame;
  const { organisation, needs, conversations, mayEdit, href, inviting, sponsor, deals } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('exchange.mine.title')) },
    html`<div class="narrow exchange">
<p class="overline"><a href="/${lang}/organisations/${organisation.id}">${organisation.name}</a></p>
<h1>${t('exchange.mine.title')}</h1>
<section class="card" aria-labelledby="conversations">
  <h2 id="conversations">${t('exchange.mine.conversations')}</h2>
  ${conversations.length > 0 ? conversationList(frame, view) : html`<p class="quiet">${t('exchange.mine.noConversations')}</p>`}
</section>
<section class="card" aria-labelledby="needs">
  <h2 id="needs">${t('exchange.mine.needs')}</h2>
  ${needs.length > 0 ? needList(frame, view) : html`<p class="quiet">${t('exchange.mine.noNeeds')}</p>`}
  ${mayEdit && html`<p class="row">${button({ href: `${href}/new`, text: t('exchange.needs.publish'), kind: needs.length > 0 ? 'quiet' : 'sun' })}</p>`}
</section>
${deals && dealsPart(frame, deals)}
<p><a href="/${lang}/needs">${t('exchange.mine.all')}</a></p>
${inviting !== null && invitation(frame, inviting)}
${sponsor !== null && html`<p class="quiet">${t('exchange.invite.noted', { name: sponsor })}</p>`}
</div>`,
  );
}

/** Its own deals beside what half of its sector has at most, and where they can be a proof. */
function dealsPart(frame: Frame, { year, count, value, median }: NonNullable<ExchangesView['deals']>): Html {
  const { t, number } = frame;
  const rows = [
    { name: t('exchange.deals.own'), value: count },
    ...(median === null ? [] : [{ name: t('exchange.deals.median'), value: median }]),
  ];
  return html`<section class="card" aria-labelledby="deals">
  <h2 id="deals">${t('exchange.deals.heading', { year: String(year) })}</h2>
  ${bars(frame, rows, t('exchange.figures.rows.deals'))}
  ${value !== null && html`<p>${t('exchange.deals.value', { value: number(value) })}</p>`}
  <p class="quiet">${t('exchange.deals.proof')}</p>
</section>`;
}

/** The link by which a holder invites others: whoever registers by it is noted as invited by this organisation. */
function invitation({ t, lang, publicUrl }: Frame, number: string): Html {
  const link = `${publicUrl}/${lang}/organisations/new?sponsor=${encodeURIComponent(number)}`;
  return html`<section class="card" aria-labelledby="invite">
  <h2 id="invite">${t('exchange.invite.heading')}</h2>
  <p>${t('exchange.invite.lead')}</p>
  <p class="typed"><a href="${link}">${link}</a></p>
  <p class="quiet">${t('exchange.invite.counts')}</p>
</section>`;
}

function needList(frame: Frame, { needs }: ExchangesView): Html {
  const { t, lang } = frame;
  return html`<ul class="tasks tasks--inside">
  ${needs.map(
    ({ id, state, isOpen, title, place, dueAt }) =>
      html`<li class="task"><span class="task__text"><a href="/${lang}/exchange/${id}">${title || t('exchange.need.erased')}</a><span class="task__line">${dotted(place, isOpen && t('exchange.mine.until', { day: dueDay(frame, dueAt) }))}</span></span><span class="task__state">${needPill(frame, state)}</span></li>`,
  )}
</ul>`;
}

function conversationList({ t, date }: Frame, { conversations, href }: ExchangesView): Html {
  return html`<ul class="tasks tasks--inside">
  ${conversations.map(
    ({ id, other, title, lastAt, isTheirTurn }) =>
      html`<li class="task"><span class="task__text"><a href="${href}/conversations/${id}">${other}</a><span class="task__line">${dotted(title, date(lastAt))}</span></span><span class="task__state">${isTheirTurn && pill({ tone: 'sun', text: t('exchange.mine.yourTurn') })}</span></li>`,
  )}
</ul>`;
}
