import type { DayView } from '../../../src/web/desk/day.view.ts';
import { pill } from '../../components/pill.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

type Group = DayView['groups'][number];

/** What somebody of the staff begins with: what waits for them, what is late, what comes next. */
export function dayPage(frame: Frame, view: DayView): Html {
  const { t, lang } = frame;
  return staffLayout(
    frame,
    { name: t('day.title') },
    html`<h1>${view.name ? t('applicant.space.hello', { name: view.name }) : t('day.title')}</h1>
<p class="lead">${view.groups.map((group, at) => html`${at > 0 && ' · '}<a href="#${group.name}">${jump(frame, group)}</a>`)}</p>
${view.groups.map((group) => groupPart(frame, group))}
<p class="after"><a href="/${lang}/day/calendar.ics">${t('day.calendar.take')}</a> <span class="quiet">${t('day.calendar.how')}</span></p>
${view.own !== null && html`<p class="after"><a href="/${lang}/my">${t('day.own', { count: view.own })}</a></p>`}`,
  );
}

function jump({ t }: Frame, { name, count, atLeast }: Group): Html {
  return html`${t(`day.count.${name}`, { count })}${atLeast && '+'}`;
}

function groupPart(frame: Frame, group: Group): Html {
  const { t, number } = frame;
  const { name, lines, count, atLeast, more, list } = group;
  return html`<section aria-labelledby="${name}">
  <h2 id="${name}">${t(`day.group.${name}`)} ${count > 0 && pill({ tone: name === 'late' ? 'coral' : '', text: `${number(count)}${atLeast ? '+' : ''}` })}</h2>
  <ul class="tasks">${lines.map((line) => lineItem(frame, line))}${lines.length === 0 && html`<li class="task quiet">${t(`day.none.${name}`)}</li>`}</ul>
  ${more > 0 && html`<p><a href="${list}">${t(atLeast ? 'day.moreAtLeast' : 'day.more', { count: more })}</a></p>`}
</section>`;
}

function lineItem(
  frame: Frame,
  { what, about, dueOn, at, late, over = 0, href }: Group['lines'][number],
): Html {
  const { t, date, time } = frame;
  const until = dueOn && t(late > 0 ? 'day.since' : 'day.until', { day: date(dueOn) });
  const day = at === undefined ? until : time(at);
  return html`<li class="task"><span class="task__text"><a href="${href}">${t(what)}</a><span class="task__line">${dotted(about, day)}</span></span>${late > 0 && html`<span class="task__state">${pill({ tone: 'coral', text: t(over > 0 ? 'day.over' : 'day.late', { count: late }) })}</span>`}</li>`;
}
