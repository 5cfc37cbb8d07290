import type { ChainWalk } from '../../../src/commands/ports/journalPorts.ts';
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
${walk && html`<p class="banner${walk.fault !== null && ' banner--sun'}" role="status">${walkText(frame, walk)}</p>`}
${filters(frame, view)}
${
  chain &&
  html`<form class="card" method="post" action="${action}/verify">
  ${csrfField(frame)}
  <input type="hidden" name="stream" value="${chain}">
  <p>${t('journal.verifyText', { on: streamText(frame, chain) })}</p>
  ${button({ text: t('journal.verify'), kind: 'quiet' })}
</form>`
}
<h2>${t('journal.lines')}</h2>
${lines.length > 0 ? html`<ol class="journal">${lines.map((line) => journalLine(frame, line))}</ol>` : html`<p>${t('journal.none')}</p>`}
${pagination({ next: next !== null && { href: next, text: t('journal.older') }, label: t('journal.pages') })}`,
  );
}

function filters(frame: Frame, { action, typed, facts, filtered }: JournalView): Html {
  const { t } = frame;
  const free = { autocomplete: 'off', spellcheck: false };
  const items = [
    { value: '', text: t('journal.anyFact') },
    ...facts.map((fact) => ({ value: fact, text: factText(frame, fact) })),
  ];
  return html`<form class="card" method="get" action="${action}" role="search">
  <div class="journal__filters">
    ${textField(frame, { name: 'person', label: t('journal.filter.person'), hint: t('journal.filter.personHint'), value: typed.person, ...free })}
    ${textField(frame, { name: 'stream', label: t('journal.filter.stream'), hint: t('journal.filter.streamHint'), value: typed.stream, ...free })}
    ${select(frame, { name: 'fact', label: t('journal.filter.fact'), value: typed.fact, items })}
    ${dateField(frame, { name: 'day', label: t('journal.filter.day'), value: typed.day })}
  </div>
  <p class="row">${button({ text: t('journal.filter.button') })}${filtered && html` <a href="${action}">${t('journal.filter.reset')}</a>`}</p>
</form>`;
}

function journalLine(frame: Frame, line: JournalView['lines'][number]): Html {
  const { t, time } = frame;
  const { request } = line.actor;
  return html`<li class="journal__line">
  <span class="journal__small"><time>${time(line.at)}</time> · ${t('journal.seq', { seq: line.seq })}</span>
  <span class="journal__what">${whatOf(frame, line)}</span>
  <span><a href="${line.whoHref}">${line.who}</a> · <a href="${line.onHref}">${streamText(frame, line.stream)}</a></span>
  ${request && html`<span class="journal__small">${t('journal.request', { id: request })}</span>`}
</li>`;
}

/** A fact in words; one that has none yet stands as its code. */
function factText({ t, has }: Frame, fact: string): string {
  const key = `journal.facts.${fact}` as const;
  return has(key) ? t(key) : fact;
}

/** What a line tells: its facts; when it tells none, that something was changed on the occasion of something else. */
function whatOf(frame: Frame, { facts, data }: JournalView['lines'][number]): string {
  const because = Array.isArray(data.because) ? data.because.map(String) : [];
  const told = facts.length > 0 ? facts : because;
  return told.length > 0 ? told.map((fact) => factText(frame, fact)).join(' · ') : frame.t('journal.changed');
}

function streamText({ t, has }: Frame, stream: string): string {
  const cut = stream.indexOf('/');
  const [kind, id] = [stream.slice(0, cut), stream.slice(cut + 1)];
  const key = `journal.kinds.${kind}` as const;
  return has(key) ? t(key, { id }) : stream;
}

function walkText({ t, tOf }: Frame, { lines, whole, fault }: ChainWalk): string {
  if (fault === null) return t(whole ? 'journal.walk.holds' : 'journal.walk.holdsSoFar', { lines });
  return t('journal.walk.breaks', { seq: fault.seq, why: tOf(`journal.why.${fault.why.split(' ')[0]}`) });
}
