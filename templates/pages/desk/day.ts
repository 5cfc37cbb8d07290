import type { DayView } from '../../../src/web/desk/day.view.ts';
import { pill } from '../../components/pill.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { stateCell } from './lists/cells.ts';

type Group = DayView['groups'][number];

/** What somebody of the staff begins with: what waits for them, what is late, what comes next. */
export function dayPage(frame: Frame, view: DayView): Html {
  const { t, lang } = frame;
  const isFree = view.groups.every(({ count, others }) => count + others.count === 0);
  return staffLayout(
    frame,
    { name: t('day.title') },
    html`<h1>${view.name ? t('applicant.space.hello', { name: view.name }) : t('day.title')}</h1>
${isFree ? html`<p class="lead">${t('day.none.all')}</p>` : groupParts(frame, view)}
${view.unread.rows.length > 0 && unreadPart(frame, view.unread)}
<p class="after"><a href="/${lang}/day/calendar.ics">${t('day.calendar.take')}</a> <span class="quiet">${t('day.calendar.how')}</span><br><a href="/${lang}/account/calendar">${t('calendarFeed.door')}</a></p>
${view.own !== null && html`<p class="after"><a href="/${lang}/my">${t('day.own', { count: view.own })}</a></p>`}`,
  );
}

function groupParts(frame: Frame, { groups, isOnlyLate }: DayView): Html {
  // What is late waits as well: nothing is said to wait beside it.
  const told = groups.filter(({ name }) => !(name === 'waits' && isOnlyLate));
  return html`<p class="lead">${told.map((group, at) => html`${at > 0 && ' · '}<a href="#${group.name}">${jump(frame, group)}</a>`)}</p>
${groups.map((group) => groupPart(frame, group, isOnlyLate))}`;
}

function jump({ t }: Frame, { name, count, atLeast }: Group): Html {
  return html`${t(`day.count.${name}`, { count })}${atLeast && '+'}`;
}

function groupPart(frame: Frame, group: Group, isOnlyLate: boolean): Html {
  const { t, number } = frame;
  const { name, lines, count, atLeast, more, others } = group;
  return html`<section aria-labelledby="${name}">
  <h2 id="${name}">${t(`day.group.${name}`)} ${count > 0 && pill({ tone: name === 'late' ? 'coral' : '', text: `${number(count)}${atLeast ? '+' : ''}` })}</h2>
  ${(lines.length > 0 || count === 0) && html`<ul class="tasks">${lines.map((line) => lineItem(frame, line))}${count === 0 && html`<li class="task quiet">${t(name === 'waits' && isOnlyLate ? 'day.none.onlyLate' : `day.none.${name}`)}</li>`}</ul>`}
  ${more > 0 && moreLine(frame, group)}
  ${others.count > 0 && othersPart(frame, group)}
</section>`;
}

/** How many more there are, and the lists that have them. */
function moreLine({ t }: Frame, { more: count, moreIn, atLeast, list }: Group): Html {
  if (moreIn.length === 0) {
    return html`<p><a href="${list}">${t(atLeast ? 'day.moreAtLeast' : 'day.more', { count })}</a></p>`;
  }
  return html`<p>${t(atLeast ? 'day.moreInAtLeast' : 'day.moreIn', { count })} ${moreIn.map(({ owner, kind, href }, at) => html`${at > 0 && ' · '}<a href="${href}">${t(`day.lists.${owner}.${kind}`)}</a>`)}</p>`;
}

/** What colleagues have, folded. */
function othersPart(frame: Frame, { others: { lines, count, more }, atLeast }: Group): Html {
  const { t, lang } = frame;
  return html`<details class="disclosure">
  <summary>${t(atLeast ? 'day.colleaguesAtLeast' : 'day.colleagues', { count })}</summary>
  ${lines.length > 0 && html`<ul class="tasks">${lines.map((line) => lineItem(frame, line))}</ul>`}
  <p>${lines.length > 0 && more > 0 && [t('day.more', { count: more }), ' · ']}<a href="/${lang}/load">${t('casework.load.title')}</a></p>
</details>`;
}

/** What one follows and did not open since it changed. */
function unreadPart(frame: Frame, { rows, more, lists }: DayView['unread']): Html {
  const { t, time } = frame;
  return html`<section aria-labelledby="unread">
  <h2 id="unread">${t('day.unread.title')}</h2>
  <ul class="tasks">${rows.map((row) => html`<li class="task"><span class="task__text"><a href="${row.href}">${row.name}</a><span class="task__line">${dotted(row.number, t('day.unread.changed', { at: time(row.changedAt) }))}</span></span><span class="task__state">${stateCell(frame, row)}</span></li>`)}</ul>
  <p>${more > 0 && [t('day.more', { count: more }), ' · ']}${lists.map(({ kind, href }, at) => html`${at > 0 && ' · '}<a href="${href}">${t(`day.unread.${kind}`)}</a>`)}</p>
</section>`;
}

function lineItem(frame: Frame, line: Group['lines'][number]): Html {
  const { what, organisation = '', about, at, late, over = 0, href } = line;
  const { t, time } = frame;
  const day = at === undefined ? dueText(frame, line) : time(at);
  return html`<li class="task"><span class="task__text"><a href="${href}">${dotted(organisation, t(what))}</a><span class="task__line">${dotted(about, day, keeping(frame, line))}</span></span>${late > 0 && html`<span class="task__state">${pill({ tone: 'coral', text: t(over > 0 ? 'day.over' : 'day.late', { count: late }) })}</span>`}</li>`;
}

function dueText({ t, date }: Frame, { dueOn, late, isToday }: Group['lines'][number]): string | null {
  if (isToday) return t('day.today');
  return dueOn && t(late > 0 ? 'day.since' : 'day.until', { day: date(dueOn) });
}

/** Who has what a colleague has, and that nobody has what somebody may take; of one's own nothing is to say. */
function keeping({ t }: Frame, line: Group['lines'][number]): string | false {
  if (line.whose === 'others') return t('day.with', { name: personName(line.keeper) });
  return line.whose === 'nobody' && t('day.unowned');
}
