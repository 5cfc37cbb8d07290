import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { script } from '../../components/passkey.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface OwnCalendar {
  /** The address, just after it was made; null at every other time. */
  readonly address: string | null;
  /** Since when there is one; null where there is none, or a new one is shown. */
  readonly since: string | null;
  /** There is one, which does not show what a role brings that came later. */
  readonly lacks: boolean;
  readonly ended: boolean;
}

const programs = ['iphone', 'android', 'outlook', 'thunderbird'] as const;

/** Where a person makes the secret address of their calendar, and is told who can read it and where it is put. */
export function ownCalendarPage(frame: Frame, view: OwnCalendar): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    { title: titleOf(frame, t('calendarFeed.title')) },
    html`<div class="narrow">
  <p class="overline"><a href="/${lang}/account">${t('account.title')}</a></p>
  <h1>${t('calendarFeed.title')}</h1>
  <p class="lead">${t('calendarFeed.lead')}</p>
  ${view.ended && html`<p class="banner" role="status">${t('calendarFeed.ended')}</p>`}
  ${view.address === null ? state(frame, view) : shown(frame, view.address)}
  <h2>${t('calendarFeed.how.title')}</h2>
  ${programs.map(
    (name) => html`<details class="disclosure">
    <summary>${t(`calendarFeed.how.${name}.name`)}</summary>
    <p>${t(`calendarFeed.how.${name}.text`)}</p>
  </details>`,
  )}
  <p class="after quiet">${t('calendarFeed.how.late')}</p>
</div>
${view.address !== null && script(frame, 'copy.js')}`,
  );
}

/** The new address, to be put into a calendar at once. */
function shown(frame: Frame, address: string): Html {
  const { t } = frame;
  return html`<section class="card question" aria-labelledby="address">
  <h2 class="question__title" id="address">${t('calendarFeed.made')}</h2>
  <p>${t('calendarFeed.once')}</p>
  <label class="govuk-label" for="calendar-address">${t('calendarFeed.address')}</label>
  <textarea class="govuk-textarea" id="calendar-address" rows="3" readonly spellcheck="false">${address}</textarea>
  <p hidden>
    <button class="button button--quiet button--small" type="button" data-copies="calendar-address" data-copied="${t('calendarFeed.copied')}">${t('calendarFeed.copy')}</button>
    <span role="status"></span>
  </p>
  <p><a class="button" href="${address.replace(/^https?:/, 'webcal:')}">${t('calendarFeed.open')}</a></p>
  ${warning(frame)}
  ${ending(frame)}
</section>`;
}

function state(frame: Frame, { since, lacks }: OwnCalendar): Html {
  const { t, lang, date } = frame;
  return html`<section class="card question" aria-labelledby="address">
  <h2 class="question__title" id="address">${t('calendarFeed.address')}</h2>
  <p>${since === null ? t('calendarFeed.none') : t('calendarFeed.since', { date: date(since) })}</p>
  ${lacks && html`<p>${t('calendarFeed.lacks')}</p>`}
  ${warning(frame)}
  ${since !== null && html`<p class="quiet">${t('calendarFeed.renewText')}</p>`}
  <div class="row">
    <form method="post" action="/${lang}/account/calendar">
      ${csrfField(frame)}
      ${button({ text: t(since === null ? 'calendarFeed.make' : 'calendarFeed.renew'), kind: since === null ? undefined : 'quiet' })}
    </form>
    ${since !== null && ending(frame)}
  </div>
</section>`;
}

function warning({ t }: Frame): Html {
  return html`<p><strong>${t('calendarFeed.warning')}</strong> ${t('calendarFeed.whoReads')}</p>`;
}

function ending(frame: Frame): Html {
  const { t, lang } = frame;
  return html`<form method="post" action="/${lang}/account/calendar/revoke">
  ${csrfField(frame)}
  ${button({ text: t('calendarFeed.end'), kind: 'quiet' })}
</form>`;
}
