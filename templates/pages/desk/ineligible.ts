import type { StaffScreening } from '../../../src/web/desk/screening.view.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { reasonList } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { reasonTexts } from '../../staffWords.ts';

/** With the characters that a reason has at least. */
type View = StaffScreening & { readonly min: number } & FormState;

/** The end of a file that the label does not cover. */
export function ineligiblePage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { application, href, organisation, values, refusal } = view;
  const reasons = reasonTexts(frame, view.blockers.declareIneligible);
  const title = t('information.ineligible.title');
  return staffLayout(
    frame,
    {
      name: `${title} · ${organisation.name}`,
      back: html`<p><a href="${href}/screening">${t('information.backToScreening')}</a></p>`,
      refusal,
      narrow: true,
    },
    html`<p class="overline">${application.id} · ${organisation.name}</p>
<h1>${title}</h1>
<p class="lead">${t('information.ineligible.text')}</p>
${
  reasons.length > 0
    ? [reasonList(reasons, 'stop'), values.reason && html`<p class="asked">${values.reason}</p>`]
    : ineligibleForm(frame, view)
}`,
  );
}

function ineligibleForm(frame: Frame, { href, application, min, appealBy, values, refusal }: View): Html {
  const { t, date } = frame;
  const { faults } = refusal;
  return html`<form class="card" method="post" action="${href}/ineligible" novalidate>
  ${hidden(frame, application.revision)}
  ${textarea(frame, {
    name: 'reason',
    label: t('information.ineligible.reason'),
    hint: t('information.ineligible.reasonHint', { min }),
    value: values.reason,
    error: faults.reason,
    rows: 8,
  })}
  <p>${t('information.ineligible.appeal', { due: date(appealBy) })}</p>
  ${checkbox(frame, { name: 'confirmed', label: t('information.ineligible.confirmed'), value: values.confirmed === 'yes', error: faults.confirmed })}
  ${button({ text: t('information.ineligible.button'), kind: 'danger' })}
</form>`;
}
