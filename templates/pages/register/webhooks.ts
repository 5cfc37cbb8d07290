import type { WebhooksView } from '../../../src/web/register/webhooks.view.ts';
import { csrfField } from '../../components/hidden.ts';
import { script } from '../../components/passkey.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { shownSecret, webhookForm } from './webhookForm.ts';

type View = WebhooksView & FormState;

/** Who subscribed to the changes of the register, and the form that adds somebody. */
export function webhooksPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { made, rows, href, refusal } = view;
  const name = t('webhooks.title');
  return staffLayout(
    frame,
    { name, refusal, narrow: true },
    html`<h1>${name}</h1>
<p class="lead">${t('webhooks.lead')}</p>
${made && shownSecret(frame, made.secret)}
<h2>${t('webhooks.door')}</h2>
${rows.length === 0 ? html`<p>${t('webhooks.none')}</p>` : html`<ul class="tasks">${rows.map((row) => webhookRow(frame, row))}</ul>`}
<details class="disclosure"${(refusal.summary.length > 0 || rows.length === 0) && html` open`}>
  <summary>${t('webhooks.add')}</summary>
  ${webhookForm(frame, view, { action: href, carried: csrfField(frame), submit: t('webhooks.addButton') })}
</details>
<p class="after quiet"><a href="/${lang}/api">${t('webhooks.how')}</a></p>
${made && script(frame, 'copy.js')}`,
  );
}

function webhookRow({ t, time }: Frame, row: View['rows'][number]): Html {
  const { name, href, address, deliveredAt, isUpToDate, cursor } = row;
  return html`<li class="task">
  <span class="task__text"><a href="${href}">${name}</a> ${pill(row.pill)}<span class="task__line host">${address}</span>
  <span class="task__line">${deliveredAt ? t('webhooks.delivered', { at: time(deliveredAt) }) : t('webhooks.neverDelivered')} · ${isUpToDate ? t('webhooks.upToDate') : t('webhooks.behind', { cursor })}</span></span>
</li>`;
}
