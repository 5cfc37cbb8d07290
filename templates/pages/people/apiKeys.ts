import type { ApiKeysView } from '../../../src/web/people/apiKeys.view.ts';
import { button } from '../../components/button.ts';
import { checkbox, select } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { dateField, textField } from '../../components/fields.ts';
import { csrfField, hidden } from '../../components/hidden.ts';
import { script } from '../../components/passkey.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

type View = ApiKeysView & FormState;
type Key = View['keys'][number];

/** The keys by which programs ask the API: those there are, and the form that makes one. */
export function apiKeysPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { organisation, made, keys, saved } = view;
  const of = organisation ? 'organisation' : 'partners';
  return layout(
    frame,
    { title: titleOf(frame, t('apiKeys.title'), view) },
    html`<div class="narrow">
  ${errorSummary(frame, view.refusal.summary)}
  ${organisation && html`<p class="overline"><a href="/${lang}/organisations/${organisation.id}">${organisation.name}</a></p>`}
  <h1>${t('apiKeys.title')}</h1>
  <p class="lead">${t(`apiKeys.lead.${of}`)}</p>
  ${saved && made === null && html`<p class="banner" role="status">${t('apiKeys.revoked')}</p>`}
  ${made !== null && shownOnce(frame, made, organisation !== null)}
  ${
    keys.length > 0 &&
    html`<section class="card question" aria-labelledby="keys">
  <h2 class="question__title" id="keys">${t('apiKeys.list')}</h2>
  <ul class="tasks tasks--inside">
    ${keys.map((key, at) => keyRow(frame, view, key, at + 1))}
  </ul>
</section>`
  }
  ${makeForm(frame, view)}
  <p class="after quiet"><a href="/${lang}/api">${t('apiKeys.how')}</a></p>
</div>
${made !== null && script(frame, 'copy.js')}`,
  );
}

/** The new key, to be put into a program at once. */
function shownOnce({ t }: Frame, key: string, acts: boolean): Html {
  return html`<section class="card question" aria-labelledby="made">
  <h2 class="question__title" id="made">${t('apiKeys.made')}</h2>
  <p>${t('apiKeys.once')}</p>
  <label class="govuk-label" for="key">${t('apiKeys.key')}</label>
  <textarea class="govuk-textarea" id="key" rows="3" readonly spellcheck="false">${key}</textarea>
  <p hidden>
    <button class="button button--quiet button--small" type="button" data-copies="key" data-copied="${t('apiKeys.copied')}">${t('apiKeys.copy')}</button>
    <span role="status"></span>
  </p>
  ${acts && html`<p><strong>${t('apiKeys.warning')}</strong></p>`}
</section>`;
}

function keyRow(frame: Frame, view: View, key: Key, at: number): Html {
  const { t, date } = frame;
  const { state, endsOn, usedOn, previousUntil, madeBy } = key;
  const tone = state === 'active' ? 'leaf' : '';
  return html`<li class="task member">
  <span class="task__text">${key.name} ${pill({ tone, text: t(`apiKeys.states.${state}`) })}<span class="task__line">${key.scopes.map((scope) => t(`apiKeys.may.${scope}`)).join(' · ')}<br>
  ${state === 'active' && html`${t('apiKeys.until', { day: date(endsOn) })} · `}${usedOn === null ? t('apiKeys.unused') : t('apiKeys.used', { day: date(usedOn) })}<br>
  ${t('apiKeys.madeBy', { day: date(key.madeAt), person: madeBy })}${previousUntil !== null && html`<br>${t('apiKeys.previous', { day: date(previousUntil) })}`}${state === 'orphaned' && html`<br>${t('apiKeys.orphaned')}`}</span></span>
  ${(state === 'active' || state === 'orphaned') && changeKey(frame, view, key, at)}
</li>`;
}

function changeKey(frame: Frame, view: View, key: Key, at: number): Html {
  const { t } = frame;
  const { href, refusal, values, last, graceDays } = view;
  const isRefused = refusal.typed.key === key.id;
  const { faults } = isRefused ? refusal : { faults: {} as Readonly<Record<string, string>> };
  const which = html`${hidden(frame, key.revision)}<input type="hidden" name="key" value="${key.id}">`;
  const idOf = (field: string) => (isRefused ? field : `${field}-${at}`);
  const days = graceDays.map((value) => ({ value, text: t('apiKeys.grace', { days: Number(value) }) }));
  return html`<details class="disclosure small member__more"${isRefused && html` open`}>
  <summary>${t('apiKeys.change', { name: key.name })}</summary>
  ${
    key.state === 'active' &&
    html`<form method="post" action="${href}/rotate" novalidate>
    ${which}
    <p class="quiet">${t('apiKeys.rotateText')}</p>
    ${select(frame, { id: idOf('days'), name: 'days', label: t('apiKeys.days'), items: days, value: isRefused ? values.days : '7', error: faults.days })}
    ${dateField(frame, { id: idOf('endsOn'), name: 'endsOn', label: t('apiKeys.endsOn'), value: isRefused ? values.endsOn : last, error: faults.endsOn })}
    ${button({ text: t('apiKeys.rotate'), kind: 'quiet', size: 'small' })}
  </form>`
  }
  <form method="post" action="${href}/revoke">
    ${which}
    <p class="quiet">${t('apiKeys.revokeText')}</p>
    ${button({ text: t('apiKeys.revoke'), kind: 'danger', size: 'small' })}
  </form>
</details>`;
}

function makeForm(frame: Frame, view: View): Html {
  const { t, date } = frame;
  const { href, organisation, scopes, last, values, refusal } = view;
  // What was refused may be the form of a key.
  const isOther = refusal.typed.key !== undefined;
  const faults: Readonly<Record<string, string>> = isOther ? {} : refusal.faults;
  const hint = t('apiKeys.endsOnHint', { day: date(last) });
  return html`<section class="card question" aria-labelledby="make">
  <h2 class="question__title" id="make">${t('apiKeys.makeTitle')}</h2>
  <form method="post" action="${href}" novalidate>
    ${csrfField(frame)}
    ${textField(frame, { name: 'name', label: t('apiKeys.name'), hint: t('apiKeys.nameHint'), value: values.name, error: faults.name, autocomplete: 'off' })}
    ${
      organisation
        ? html`<fieldset class="govuk-fieldset" id="scopes">
      <legend class="govuk-fieldset__legend">${t('apiKeys.scopes')}</legend>
      ${faults.scopes && html`<p class="govuk-error-message">${faults.scopes}</p>`}
      ${scopes.map((scope) => checkbox(frame, { name: `scopes.${scope}`, label: t(`apiKeys.may.${scope}`), hint: t(`apiKeys.mayHint.${scope}`), value: values[`scopes.${scope}`] === 'yes' }))}
    </fieldset>`
        : scopes.map((scope) => html`<input type="hidden" name="scopes.${scope}" value="yes">`)
    }
    ${dateField(frame, { id: isOther ? 'endsOn-new' : 'endsOn', name: 'endsOn', label: t('apiKeys.endsOn'), hint, value: isOther ? last : values.endsOn, error: faults.endsOn })}
    ${button({ text: t('apiKeys.make') })}
  </form>
</section>`;
}
