import type { JournalView } from '../../../src/web/privacy/journal.view.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { dateField, textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pagination } from '../../components/pagination.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** The journal for administrators: filters, a button that walks one chain, and the lines. */
export function journalPage(frame: Frame, view: JournalView): Html {
  const { t } = frame;
  const { walk, chain, action, lines, next } = view;
  return staffLayout(
    frame,
    { name: t('journal.title') },
    html`<h1>${t('journal.title')}</h1>
<p class="lead">${t('journal.lead')}</p>
${walk && html`<p class="banner${!walk.holds && ' banner--sun'}" role="status">${walk.text}</p>`}
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
${lines.length > 0 ? html`<ol class="journal">${lines.map((line) => journalLine(frame, line))}</ol>` : html`<p>${t('journal.none')}</p>`}
${pagination({ next, label: t('journal.pages') })}`,
  );
}

function filters(frame: Frame, { action, typed, facts, filtered }: JournalView): Html {
  const { t } = frame;
  const free = { autocomplete: 'off', spellcheck: false };
  return html`<form class="card" method="get" action="${action}" role="search">
  <div class="journal__filters">
    ${textField(frame, { name: 'person', label: t('journal.filter.person'), hint: t('journal.filter.personHint'), value: typed.person, ...free })}
    ${textField(frame, { name: 'stream', label: t('journal.filter.stream'), hint: t('journal.filter.streamHint'), value: typed.stream, ...free })}
    ${select(frame, { name: 'fact', label: t('journal.filter.fact'), value: typed.fact, items: facts })}
    ${dateField(frame, { name: 'day', label: t('journal.filter.day'), value: typed.day })}
  </div>
  <p class="row">${button({ text: t('journal.filter.button') })}${filtered && html` <a href="${action}">${t('journal.filter.reset')}</a>`}</p>
</form>`;
}

function journalLine({ t }: Frame, line: JournalView['lines'][number]): Html {
  return html`<li class="journal__line">
  <span class="journal__small"><time>${line.time}</time> · ${line.seq}</span>
  <span class="journal__what">${line.what}</span>
  <span><a href="${line.whoHref}">${line.who}</a> · <a href="${line.onHref}">${line.on}</a></span>
  ${line.request && html`<span class="journal__small">${t('journal.request', { id: line.request })}</span>`}
</li>`;
}
