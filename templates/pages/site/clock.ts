import type { DayReport } from '../../../src/commands/ports/clockPorts.ts';
import type { Day } from '../../../src/register/day.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { dateField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface ClockView {
  /** The day of the service, and those a day and a month later. */
  readonly today: Day;
  readonly tomorrow: Day;
  readonly nextMonth: Day;
  readonly moving: boolean;
  readonly days: readonly DayReport[];
  readonly failed: string | null;
}

/** In development: the day of the service, forms that move it ahead, and what came on the last way. */
export function clockPage(frame: Frame, view: ClockView & FormState): Html {
  const { t, date } = frame;
  const { today, moving, days, failed, refusal } = view;
  return layout(
    frame,
    {
      title: titleOf(frame, t('clock.title'), view),
      head: moving && html`<meta http-equiv="refresh" content="1">`,
    },
    html`<div class="narrow">
  ${errorSummary(frame, refusal.summary)}
  <h1>${t('clock.title')}</h1>
  <p class="lead">${t('clock.lead', { day: date(today) })}</p>
  <p>${t('clock.only')}</p>
  ${moving ? html`<p class="banner banner--sun" role="status">${t('clock.moving')}</p>` : forms(frame, view)}
  ${failed && html`<p class="banner banner--sun" role="status">${t('clock.failed', { why: failed })}</p>`}
  ${days.length > 0 && came(frame, days)}
</div>`,
  );
}

function forms(frame: Frame, { tomorrow, nextMonth, values, refusal }: ClockView & FormState): Html {
  const { t } = frame;
  const error = refusal.faults.until;
  return html`<div class="row">
    ${ahead(frame, tomorrow, t('clock.byDay'))}
    ${ahead(frame, nextMonth, t('clock.byMonth'))}
  </div>
  ${form(
    frame,
    html`${dateField(frame, { name: 'until', label: t('clock.until'), value: values.until, error })}
    ${button({ text: t('clock.go') })}`,
  )}`;
}

function ahead(frame: Frame, until: Day, text: string): Html {
  return form(
    frame,
    html`<input type="hidden" name="until" value="${until}">
    ${button({ text, kind: 'quiet' })}`,
  );
}

function form(frame: Frame, content: Html): Html {
  return html`<form method="post" action="/${frame.lang}/dev/clock" novalidate>
    ${csrfField(frame)}
    ${content}
  </form>`;
}

function came(frame: Frame, days: readonly DayReport[]): Html {
  const { t } = frame;
  return html`<h2>${t('clock.came')}</h2>
  <table>
    <thead><tr><th scope="col">${t('clock.day')}</th><th scope="col">${t('clock.facts')}</th><th scope="col">${t('clock.letters')}</th></tr></thead>
    <tbody>${days.toReversed().map((day) => dayRow(frame, day))}</tbody>
  </table>`;
}

/** Letters stand by their codes, as the mailbox has their words. */
function dayRow({ t, date, number }: Frame, { day, happened, letters, failures }: DayReport): Html {
  const times = (count: number, what: string) =>
    html`<li>${t('clock.times', { count: number(count) })} ${what}</li>`;
  return html`<tr><th scope="row">${date(day)}</th>
    <td><ul class="plain">
      ${happened.map(({ fact, count, streams }) => times(count, `${t(`journal.facts.${fact}`)} (${streams.join(', ')}${count > streams.length ? ' …' : ''})`))}
      ${failures.map((failure) => html`<li><strong>${failure}</strong></li>`)}
    </ul></td>
    <td><ul class="plain">${Object.entries(letters).map(([kind, count]) => times(count, kind))}</ul></td></tr>`;
}
