import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textField } from '../../components/fields.ts';
import { carriedFields, csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { identityFields, type OrganisationChoices, placeFields } from '../people/organisationFields.ts';

interface Carried {
  /** Whether the first question comes next. */
  readonly start: boolean;
  /** What was said on the pages before. */
  readonly carried: Readonly<Record<string, string>>;
  /** The holder of a label whose link led here. */
  readonly inviter: { readonly name: string; readonly number: string } | null;
}

/** The form that registers an organisation; who sends it is its owner. */
export function newOrganisationPage(frame: Frame, view: OrganisationChoices & Carried & FormState): Html {
  const { t, lang } = frame;
  const { values, refusal, inviter } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('applicant.organisation.title'), view) },
    html`<div class="narrow">
  ${errorSummary(frame, refusal.summary)}
  <p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a></p>
  <h1>${t('applicant.organisation.title')}</h1>
  <p class="lead">${t('applicant.organisation.lead')}</p>
  ${inviter && html`<p class="well">${t('exchange.invite.by', { name: inviter.name })}</p>`}
  <form class="card question" method="post" action="/${lang}/organisations/new" novalidate>
    ${csrfField(frame)}
    <input type="hidden" name="once" value="${values.once}">
    ${carriedFields(view.carried)}
    ${inviter && html`<input type="hidden" name="sponsor" value="${inviter.number}">`}
    ${textField(frame, {
      name: 'name',
      label: t('applicant.organisation.name'),
      hint: t('applicant.organisation.nameHint'),
      value: values.name,
      error: refusal.faults.name,
      autocomplete: 'organization',
    })}
    ${identityFields(frame, view, t('applicant.organisation.choose'))}
    ${placeFields(frame, view, t('organisation.websiteHint'))}
    ${button({ text: t(view.start ? 'applicant.organisation.start' : 'applicant.organisation.button') })}
  </form>
</div>`,
  );
}
