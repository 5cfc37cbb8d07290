import type { MailView } from '../../../src/web/desk/mail.view.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { dateField, textField } from '../../components/fields.ts';
import { pagination } from '../../components/pagination.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { exportLinks } from './exportLinks.ts';

/** The mail log for officers: filters, how many letters of each state, and the letters. */
export function mailPage(frame: Frame, view: MailView): Html {
  const { t } = frame;
  const { rows, counts, next } = view;
  return staffLayout(
    frame,
    { name: t('mail.title') },
    html`<h1>${t('mail.title')}</h1>
<p class="lead">${t('mail.lead')}</p>
${filters(frame, view)}
<dl class="mail__counts">${counts.map(
      ({ text, count, href, isHere }) => html`
  <div><dt>${text}</dt><dd><a href="${href}"${isHere && html` aria-current="true"`}>${count}</a></dd></div>`,
    )}
</dl>
${
  rows.length > 0
    ? html`${exportLinks(frame, 'mail', view.asked)}
<ol class="journal">${rows.map((row) => letterLine(frame, row))}</ol>`
    : html`<p>${t('mail.none')}</p>`
}
${pagination({ next: next !== null && { href: next, text: t('mail.older') }, label: t('mail.pages') })}`,
  );
}

function filters(frame: Frame, { action, typed, facts, states, filtered }: MailView): Html {
  const { t } = frame;
  const free = { autocomplete: 'off', spellcheck: false };
  const any = { value: '', text: t('mail.any') };
  return html`<form class="card" method="get" action="${action}" role="search">
  <div class="journal__filters">
    ${textField(frame, { name: 'file', label: t('mail.filter.file'), hint: t('mail.filter.fileHint'), value: typed.file, ...free })}
    ${textField(frame, { name: 'person', label: t('mail.filter.person'), hint: t('mail.filter.personHint'), value: typed.person, ...free })}
    ${select(frame, { name: 'fact', label: t('mail.filter.fact'), value: typed.fact, items: [any, ...facts] })}
    ${select(frame, { name: 'state', label: t('mail.filter.state'), value: typed.state, items: [any, ...states] })}
    ${dateField(frame, { name: 'day', label: t('mail.filter.day'), value: typed.day })}
  </div>
  <p class="row">${button({ text: t('mail.filter.button') })}${filtered && html` <a href="${action}">${t('mail.filter.reset')}</a>`}</p>
</form>`;
}

/** One letter: what, to whom, where all letters to the same address are, about what, and what became of it. */
function letterLine({ t }: Frame, row: MailView['rows'][number]): Html {
  const address = row.name === '' ? row.to : t('mail.toNamed', { name: row.name, address: row.to });
  const aside = row.why === '' ? row.line : `${row.line} · ${row.why}`;
  const about = row.label ?? row.file;
  return html`<li class="journal__line">
  <span class="journal__what"><a href="${row.href}">${row.what}</a> ${pill(row.pill)}</span>
  <span class="mail__to"><a href="${row.personHref}">${address}</a></span>
  <span class="journal__small">${about && html`<a href="${about.href}">${about.number}</a> · `}${aside}</span>
</li>`;
}
