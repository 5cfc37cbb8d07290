import type { ConversationPage } from '../../../src/commands/exchange/views/viewConversation.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { figureField, textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

type ConversationView = ConversationPage &
  FormState & {
    readonly href: string;
    readonly back: string;
    /** Whether the page was opened by what was just said of its outcome. */
    readonly said: boolean;
  };

/** What two organisations write to each other about a need. */
export function conversationPage(frame: Frame, view: ConversationView): Html {
  const { t, lang, publicUrl } = frame;
  const { other, organisation, need, back, address, isErased, mayWrite, maySay, said, saved, refusal } = view;
  const title = need.title || t('exchange.need.erased');
  return layout(
    frame,
    { title: titleOf(frame, other.name, view) },
    html`<div class="narrow exchange">
${errorSummary(frame, refusal.summary)}
${saved && html`<p class="banner banner--good" role="status">${t('exchange.write.sent')}</p>`}
${said && html`<p class="banner banner--good" role="status">${t('exchange.outcome.said')}</p>`}
<p class="overline"><a href="${back}">${dotted(organisation.name, t('exchange.mine.title'))}</a></p>
<h1>${other.hasPublicPage ? html`<a href="/${lang}/organisations/${other.id}/labels">${other.name}</a>` : other.name}</h1>
<p class="lead">${need.isOpen ? html`<a href="/${lang}/exchange/${need.id}">${title}</a>` : title}</p>
${address ? html`<p class="well">${t('exchange.conversation.address')} <a href="mailto:${address}">${address}</a></p>` : html`<p class="quiet">${t('exchange.conversation.noAddress')}</p>`}
${isErased && html`<p class="well">${t('exchange.conversation.erased')}</p>`}
<ol class="plain stack">${view.messages.map((message) => html`<li>${messageCard(frame, message)}</li>`)}</ol>
${mayWrite && !view.isBlocked && replyForm(frame, view)}
${maySay && outcomeForm(frame, view)}
${view.mayEdit && blockForm(frame, view)}
<p class="quiet"><a href="/${lang}/report?link=${encodeURIComponent(`${publicUrl}${view.href}`)}">${t('exchange.conversation.report')}</a></p>
</div>`,
  );
}

function messageCard(
  { t, time }: Frame,
  { isOwn, organisation, name, text, at }: ConversationView['messages'][number],
): Html {
  const who = isOwn ? t('exchange.conversation.you') : organisation;
  return html`<article class="card message${isOwn && ' message--own'}">
  <p class="overline">${dotted(who, name, time(at))}</p>
  <p class="typed" dir="auto">${text}</p>
</article>`;
}

function replyForm(frame: Frame, { href, address, values, refusal }: ConversationView): Html {
  const { t } = frame;
  return html`<form method="post" action="${href}/write" novalidate>
  ${csrfField(frame)}
  ${textarea(frame, { name: 'text', label: t('exchange.write.text'), hint: address ? undefined : t('exchange.write.firstHint'), value: values.text, error: refusal.faults.text, rows: 5 })}
  ${button({ text: t('exchange.write.button') })}
</form>`;
}

function blockForm(frame: Frame, { href, isBlocked, other }: ConversationView): Html {
  const { t } = frame;
  return html`<form class="card" method="post" action="${href}/block">
  ${csrfField(frame)}
  <input type="hidden" name="block" value="${isBlocked ? 'no' : 'yes'}">
  <p>${t(isBlocked ? 'exchange.block.now' : 'exchange.block.lead', { other: other.name })}</p>
  ${button({ text: t(isBlocked ? 'exchange.block.undo' : 'exchange.block.button'), kind: 'quiet' })}
</form>`;
}

/** One click says what came of it; the value of a deal is only what somebody wants to say. */
function outcomeForm(frame: Frame, { href, outcome, values, refusal }: ConversationView): Html {
  const { t } = frame;
  const choice = (value: 'deal' | 'talking' | 'nothing') =>
    button({
      ...{ name: 'outcome', value, text: t(`exchange.outcome.values.${value}`) },
      kind: outcome?.outcome === value ? undefined : 'quiet',
    });
  return html`<section class="card" aria-labelledby="outcome">
  <h2 id="outcome">${t('exchange.outcome.heading')}</h2>
  <p>${outcome ? t('exchange.outcome.now', { outcome: t(`exchange.outcome.values.${outcome.outcome}`) }) : t('exchange.outcome.lead')}</p>
  <form method="post" action="${href}/outcome" novalidate>
    ${csrfField(frame)}${outcome && outcome.value !== null && html`<input type="hidden" name="value" value="${String(outcome.value)}">`}
    <p class="row">${choice('deal')}${choice('talking')}${choice('nothing')}</p>
  </form>
  ${
    outcome?.outcome === 'deal' &&
    html`<form method="post" action="${href}/outcome" novalidate>
    ${csrfField(frame)}
    <input type="hidden" name="outcome" value="deal">
    ${figureField(frame, { name: 'value', label: t('exchange.outcome.value'), hint: t('exchange.outcome.valueHint'), unit: 'CHF', value: values.value ?? outcome.value, error: refusal.faults.value })}
    ${button({ text: t('exchange.outcome.saveValue'), kind: 'quiet' })}
  </form>`
  }
</section>`;
}
