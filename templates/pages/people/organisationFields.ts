import type { LegalForm } from '../../../src/register/legalForm.ts';
import type { Region } from '../../../src/register/region.ts';
import type { Sector } from '../../../src/register/sector.ts';
import { checkbox, select } from '../../components/choices.ts';
import { dateField, textField } from '../../components/fields.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** What a form about an organisation lets choose from. */
export interface OrganisationChoices {
  readonly legalForms: readonly LegalForm[];
  readonly regions: readonly Region[];
  readonly sectors: readonly Sector[];
}

type View = OrganisationChoices & FormState;

/** What an organisation is in law: its form and its number; `empty` where no form is chosen yet. */
export function identityFields(
  frame: Frame,
  { legalForms, values, refusal: { faults } }: View,
  empty?: string,
): Html {
  const { t } = frame;
  return html`${select(frame, {
    name: 'legalForm',
    label: t('applicant.organisation.legalForm'),
    value: values.legalForm,
    error: faults.legalForm,
    empty,
    items: legalForms.map((value) => ({ value, text: t(`legalForms.${value}`) })),
  })}
${textField(frame, {
  name: 'identifier',
  label: t('applicant.organisation.identifier'),
  hint: t('applicant.organisation.identifierHint'),
  value: values.identifier,
  error: faults.identifier,
  autocomplete: 'off',
  spellcheck: false,
  classes: 'number-input',
})}`;
}

/** Where an organisation is, also on the web, what it works in, since when, and what it accepts. */
export function placeFields(
  frame: Frame,
  { regions, sectors, values, refusal: { faults } }: View,
  websiteHint: string,
): Html {
  const { t, tOf } = frame;
  const field = (name: string, label: string) => ({ name, label, value: values[name], error: faults[name] });
  const town = html`<div class="side-by-side">
  ${textField(frame, { ...field('postcode', t('applicant.organisation.postcode')), autocomplete: 'postal-code', inputmode: 'numeric', groupClass: 'short-field' })}
  ${textField(frame, { ...field('commune', t('applicant.organisation.commune')), autocomplete: 'address-level2' })}
</div>`;
  return html`${textField(frame, { ...field('street', t('applicant.organisation.street')), autocomplete: 'street-address' })}
${town}
${select(frame, {
  ...field('region', t('organisation.region')),
  hint: t('organisation.regionHint'),
  empty: t('organisation.byPostcode'),
  items: regions.map((value) => ({ value, text: tOf(`regions.${value}`) })),
})}
${select(frame, {
  ...field('sector', t('organisation.sector')),
  hint: t('organisation.sectorHint'),
  empty: t('organisation.sectorNone'),
  items: sectors.map((value) => ({ value, text: t(`sectors.${value}`) })),
})}
${textField(frame, {
  ...field('website', t('organisation.website')),
  hint: websiteHint,
  autocomplete: 'url',
  inputmode: 'url',
  spellcheck: false,
  attributes: { autocapitalize: 'off' },
})}
${dateField(frame, { ...field('founded', t('applicant.organisation.founded')), hint: t('applicant.organisation.foundedHint') })}
${
  frame.label.hasLocalCurrency &&
  checkbox(frame, {
    ...field('acceptsLeman', t('applicant.organisation.acceptsLeman')),
    hint: t('applicant.organisation.acceptsLemanHint'),
    value: values.acceptsLeman === 'yes',
  })
}`;
}
