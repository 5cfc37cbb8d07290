import type { ChainWalk } from '../../../src/commands/ports/journalPorts.ts';
import type { JournalView } from '../../../src/web/privacy/journal.view.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { definitions } from '../../components/definitions.ts';
import { dateField, textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pagination } from '../../components/pagination.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { exportLinks } from '../desk/exportLinks.ts';

/** The journal for administrators: filters, a button that walks one chain, and the lines. */
export function journalPage(frame: Frame, view: JournalView): Html {
  const { t } = frame;
  const { walk, chain, action, lines, next } = view;
  return staffLayout(
    frame,
    { name: t('journal.title') },
    html`<h1>${t('journal.title')}</h1>
<p class="lead">${t('journal.lead')}</p>
${walk && html`<p class="banner${walk.fault !== null && ' banner--sun'}" role="status">${walkText(frame, walk)}</p>`}
${filters(frame, view)}
${
  chain &&
  html`<form class="card" method="post" action="${action}/verify">
  ${csrfField(frame)}
  <input type="hidden" name="stream" value="${chain.stream}">
  <p>${t('journal.verifyText', { on: chain.text })}</p>
  ${button({ text: t('journal.verify'), kind: 'quiet' })}
</form>`
}
<h2>${t('journal.lines')}</h2>
${lines.length > 0 && exportLinks(frame, 'journal', view.asked)}
${lines.length > 0 ? html`<ol class="journal">${lines.map((line) => journalLine(frame, action, line))}</ol>` : html`<p>${t('journal.none')}</p>`}
${pagination({ next: next !== null && { href: next, text: t('journal.older') }, label: t('journal.pages') })}`,
  );
}

function filters(frame: Frame, { action, typed, facts, filtered }: JournalView): Html {
  const { t } = frame;
  const free = { autocomplete: 'off', spellcheck: false };
  const items = [{ value: '', text: t('journal.anyFact') }, ...facts];
  return html`<form class="card" method="get" action="${action}" role="search">
  <div class="journal__filters">
    ${textField(frame, { name: 'person', label: t('journal.filter.person'), hint: t('journal.filter.personHint'), value: typed.person, ...free })}
    ${textField(frame, { name: 'about', label: t('journal.filter.about'), hint: t('journal.filter.aboutHint'), value: typed.about, ...free })}
    ${select(frame, { name: 'fact', label: t('journal.filter.fact'), value: typed.fact, items })}
    <div class="row">${dateField(frame, { name: 'from', label: t('journal.filter.from'), value: typed.from })}${dateField(frame, { name: 'until', label: t('journal.filter.until'), value: typed.until })}</div>
  </div>
  <p class="row">${button({ text: t('journal.filter.button') })}${filtered && html` <a href="${action}">${t('journal.filter.reset')}</a>`}</p>
</form>`;
}

function journalLine(frame: Frame, action: string, line: JournalView['lines'][number]): Html {
  const { t, time } = frame;
  const { request } = line.actor;
  const { content } = line;
  return html`<li class="journal__line">
  <span class="journal__small"><time>${time(line.at)}</time> · ${t('journal.seq', { seq: line.seq })}</span>
  <span class="journal__what">${line.what}</span>
  <span><a href="${line.whoHref}">${line.who}</a> · <a href="${line.onHref}">${line.on}</a></span>
  ${content?.reason && html`<span class="journal__small">${t('journal.reason', { reason: content.reason })}</span>`}
  <details class="disclosure small">
    <summary>${t('journal.proof.title')}<span class="govuk-visually-hidden"> ${line.what}, ${t('journal.seq', { seq: line.seq })}</span></summary>
    ${content === null ? html`<p>${t('journal.proof.elsewhere')}</p>` : content.data.length > 0 && definitions(content.data.map(([term, text]) => ({ term, text })))}
    ${request && html`<p>${t('journal.request', { id: request })}</p>`}
    <p>${t('journal.proof.hash')}<br><code>${line.hash}</code></p>
    <p>${t('journal.proof.previous')}<br><code>${line.previous}</code></p>
    <p>${t('journal.proof.how')}</p>
    <form method="post" action="${action}/verify">
      ${csrfField(frame)}
      <input type="hidden" name="stream" value="${line.stream}">
      <input type="hidden" name="seq" value="${line.seq}">
      ${button({ text: t('journal.proof.verify'), kind: 'quiet' })}
    </form>
  </details>
</li>`;
}

function walkText({ t, tOf }: Frame, { lines, whole, fault }: ChainWalk): string {
  if (fault === null) return t(whole ? 'journal.walk.holds' : 'journal.walk.holdsSoFar', { lines });
  return t('journal.walk.breaks', { seq: fault.seq, why: tOf(`journal.why.${fault.why.split(' ')[0]}`) });
}
