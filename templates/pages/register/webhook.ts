import type { WebhookView } from '../../../src/web/register/webhooks.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { dateField, textField } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { script } from '../../components/passkey.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { shownSecret, webhookForm } from './webhookForm.ts';

type View = WebhookView & FormState;

/** One subscription: how its deliveries stand, what can be done with it, and what came of the last tries. */
export function webhookPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { name, made, saved, refusal, pausedFor } = view;
  return staffLayout(
    frame,
    { name, refusal, narrow: true },
    html`<p class="overline"><a href="/${lang}/webhooks">${t('webhooks.title')}</a></p>
<h1>${name}</h1>
<p>${pill(view.pill)}</p>
${saved && !made && html`<p class="banner" role="status">${t('webhooks.saved')}</p>`}
${pausedFor !== null && html`<p class="banner banner--sun">${t(`webhooks.pausedFor.${pausedFor}`)}</p>`}
${made && shownSecret(frame, made.secret)}
<h2>${t('webhooks.standing')}</h2>
${standing(frame, view)}
<h2>${t('webhooks.actsTitle')}</h2>
${acts(frame, view)}
${deliveries(frame, view)}
${changes(frame, view)}
${made && script(frame, 'copy.js')}`,
  );
}

function standing({ t, time }: Frame, view: View): Html {
  const { address, contact, types, deliveredAt, failingSince, nextAt, isUpToDate, cursor, oldUntil } = view;
  return definitions([
    { term: t('webhooks.address'), html: html`<span class="host">${address}</span>` },
    { term: t('webhooks.contact'), text: contact },
    { term: t('webhooks.types'), text: types.join(', ') },
    { term: t('webhooks.last'), text: deliveredAt ? time(deliveredAt) : t('webhooks.never') },
    { term: t('webhooks.failing'), text: failingSince && time(failingSince) },
    { term: t('webhooks.next'), text: nextAt && time(nextAt) },
    { term: t('webhooks.cursor'), text: cursor, note: isUpToDate ? t('webhooks.upToDate') : null },
    {
      term: t('webhooks.secret.old'),
      text: oldUntil && t('webhooks.secret.oldUntil', { at: time(oldUntil) }),
    },
  ]);
}

function acts(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, revision, isPaused, values, refusal, first } = view;
  const act = (end: 'pause' | 'resume' | 'test' | 'rotate', kind?: 'quiet') =>
    html`<form method="post" action="${href}/${end}">${hidden(frame, revision)}${button({ text: t(`webhooks.acts.${end}`), kind })}</form>`;
  return html`<div class="row">
  ${isPaused ? act('resume') : act('pause', 'quiet')}
  ${act('test', 'quiet')}
</div>
<details class="disclosure">
  <summary>${t('webhooks.secret.renew')}</summary>
  <p>${t('webhooks.secret.renewText')}</p>
  ${act('rotate', 'quiet')}
</details>
<details class="disclosure"${refusal.typed.cursor !== undefined && html` open`}>
  <summary>${t('webhooks.replay.title')}</summary>
  <form method="post" action="${href}/replay" novalidate>
    ${hidden(frame, revision)}
    <p>${t('webhooks.replay.text')}</p>
    ${textField(frame, { name: 'cursor', label: t('webhooks.replay.cursor'), hint: t('webhooks.replay.cursorHint', { first }), value: values.cursor, error: refusal.faults.cursor, autocomplete: 'off', spellcheck: false })}
    ${dateField(frame, { name: 'day', label: t('webhooks.replay.day'), value: values.day, error: refusal.faults.day })}
    ${button({ text: t('webhooks.replay.button'), kind: 'quiet' })}
  </form>
</details>`;
}

function deliveries({ t, time }: Frame, { deliveries: all }: View): Html {
  return html`<h2>${t('webhooks.deliveries')}</h2>
${
  all.length === 0
    ? html`<p>${t('webhooks.noDeliveries')}</p>`
    : html`<ul class="tasks">${all.map(
        ({ at, what, tone, outcome, answer, seconds, tries, excerpt }) =>
          html`<li class="task"><span class="task__text">${what} ${pill({ tone, text: outcome })}<span class="task__line">${time(at)} · ${answer && html`HTTP ${answer} · `}${seconds}${tries > 1 && html` · ${t('webhooks.tries', { tries })}`}</span>${excerpt && html`<span class="task__line host">${excerpt}</span>`}</span></li>`,
      )}</ul>`
}`;
}

function changes(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, revision, refusal } = view;
  return html`<h2>${t('webhooks.changeTitle')}</h2>
<details class="disclosure"${refusal.typed.name !== undefined && html` open`}>
  <summary>${t('webhooks.change')}</summary>
  ${webhookForm(frame, view, { action: href, carried: hidden(frame, revision), submit: t('webhooks.changeButton') })}
</details>
<details class="disclosure">
  <summary>${t('webhooks.remove')}</summary>
  <form method="post" action="${href}/remove">
    ${hidden(frame, revision)}
    <p>${t('webhooks.removeText')}</p>
    ${button({ text: t('webhooks.removeButton'), kind: 'danger' })}
  </form>
</details>`;
}
