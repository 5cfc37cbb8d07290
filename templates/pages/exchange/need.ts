import type { NeedPage } from '../../../src/commands/exchange/views/viewNeed.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { definitions } from '../../components/definitions.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField, hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { dueDay } from '../../staffWords.ts';
import { needPill } from './needPill.ts';

type NeedView = NeedPage & FormState & { readonly href: string };

/** What an organisation looks for, and where another one writes to it. */
export function needPage(frame: Frame, view: NeedView): Html {
  const { t, lang, date, publicUrl } = frame;
  const { need, organisation, isOwn, mayRemove, offers, saved, refusal } = view;
  const { kind, title, text, quantity, place, category, publishedAt, state, contentErasedAt } = need;
  return layout(
    frame,
    {
      title: titleOf(frame, title || t('exchange.need.erased'), view),
      head: html`<meta name="robots" content="noindex">`,
    },
    html`<div class="narrow exchange">
${errorSummary(frame, refusal.summary)}
${saved && html`<p class="banner banner--good" role="status">${t('exchange.need.saved')}</p>`}
<p class="overline"><a href="/${lang}/needs">${t('exchange.needs.title')}</a> · ${t(`exchange.kinds.${kind}.short`)}</p>
<h1 dir="auto">${title || t('exchange.need.erased')}</h1>
<p class="lead">${organisation.hasPublicPage ? html`<a href="/${lang}/organisations/${organisation.id}/labels">${organisation.name}</a>` : organisation.name}</p>
<section class="card">
  <p>${needPill(frame, state)}</p>
  ${!contentErasedAt && html`<p class="typed" dir="auto">${text}</p>`}
  ${definitions([
    { term: t('exchange.form.quantity'), text: quantity },
    { term: t('exchange.form.place'), text: place },
    { term: t('offer.fields.category'), text: category && t(`categories.${category}`) },
    { term: t('exchange.need.until'), text: dueDay(frame, need.context.dueAt) },
    { term: t('exchange.need.since'), text: date(publishedAt) },
  ])}
</section>
${isOwn ? own(frame, view) : answer(frame, view)}
${offers.length > 0 && fitting(frame, offers)}
${!isOwn && html`<p class="quiet"><a href="/${lang}/report?link=${encodeURIComponent(`${publicUrl}${view.href}`)}">${t('exchange.need.report')}</a></p>`}
${mayRemove && removal(frame, view)}
</div>`,
  );
}

function own({ t, lang }: Frame, { need, organisation, mayEdit, answers }: NeedView): Html {
  const exchanges = `/${lang}/organisations/${organisation.id}/exchanges`;
  return html`<p>${t('exchange.need.own')}</p>
${
  answers.length > 0 &&
  html`<h2>${t('exchange.mine.conversations')}</h2>
<ul>${answers.map(({ id, name }) => html`<li><a href="${exchanges}/conversations/${id}">${name}</a></li>`)}</ul>`
}
<p class="row">${mayEdit && button({ href: `${exchanges}/needs/${need.id}`, text: t('exchange.need.edit') })}${button({ href: exchanges, text: t('exchange.mine.title'), kind: 'quiet' })}</p>`;
}

function answer(frame: Frame, { need, href, writers, conversations, values, refusal }: NeedView): Html {
  const { t, lang } = frame;
  const known = conversations.map(
    ({ id, organisationId }) =>
      html`<p><a href="/${lang}/organisations/${organisationId}/exchanges/conversations/${id}">${t('exchange.need.goOn')}</a></p>`,
  );
  // What was typed and refused stays, also where a colleague was quicker to begin the conversation.
  const isTyped = (id: string) => Boolean(values.text) && values.organisationId === id;
  const free = writers.filter(
    ({ id }) => isTyped(id) || !conversations.some(({ organisationId }) => organisationId === id),
  );
  if (need.state !== 'open' && need.state !== 'answered') return html`${known}`;
  if (writers.length === 0) {
    return html`<section class="well">
  <h2>${t('exchange.write.heading')}</h2>
  <p>${t('exchange.write.noOrganisation')}</p>
  ${button({ href: `/${lang}/organisations/new`, text: t('applicant.space.register') })}
</section>`;
  }
  const [only] = free;
  if (!only) return html`${known}`;
  return html`${known}<section class="card">
  <h2>${t('exchange.write.heading')}</h2>
  <p>${t('exchange.write.lead')}</p>
  <form method="post" action="${href}/write" novalidate>
    ${csrfField(frame)}
    ${
      free.length > 1
        ? select(frame, {
            name: 'organisationId',
            label: t('exchange.write.as'),
            value: values.organisationId,
            items: free.map(({ id, name }) => ({ value: id, text: name })),
          })
        : html`<input type="hidden" name="organisationId" value="${only.id}">`
    }
    ${textarea(frame, { name: 'text', label: t('exchange.write.text'), hint: t('exchange.write.firstHint'), value: values.text, error: refusal.faults.text, rows: 6 })}
    ${button({ text: t('exchange.write.button') })}
  </form>
</section>`;
}

/** Offers of the register that may be what is looked for. */
function fitting({ t, lang }: Frame, offers: NeedView['offers']): Html {
  return html`<section aria-labelledby="fitting">
  <h2 id="fitting">${t('exchange.fitting.title')}</h2>
  <p class="quiet">${t('exchange.fitting.lead')}</p>
  <ul class="tasks">
    ${offers.map(
      ({ number, id, name, organisationId, organisation, commune, because }) =>
        html`<li class="task"><span class="task__text"><a href="/${lang}/labels/${number}/offers/${encodeURIComponent(id)}">${name}</a><span class="task__line"><a class="inline" href="/${lang}/organisations/${organisationId}/labels">${organisation}</a> · ${commune}</span><span class="task__line">${t('exchange.fitting.because', { reasons: because.map((one) => t(`exchange.fitting.reasons.${one}`)).join(', ') })}</span></span></li>`,
    )}
  </ul>
</section>`;
}

/** For officers, after a report. */
function removal(frame: Frame, { need, href, values, refusal }: NeedView): Html {
  const { t } = frame;
  return html`<details class="disclosure"${refusal.faults.reason && html` open`}>
  <summary>${t('exchange.remove.heading')}</summary>
  <p>${t('exchange.remove.text')}</p>
  <form method="post" action="${href}/remove" novalidate>
    ${hidden(frame, need.revision)}
    ${textarea(frame, { name: 'reason', label: t('exchange.remove.reason'), value: values.reason, error: refusal.faults.reason, rows: 3 })}
    ${button({ text: t('exchange.remove.button'), kind: 'danger' })}
  </form>
</details>`;
}
