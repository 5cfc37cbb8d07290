import type { legalForms } from '../../../src/register/legalForm.ts';
import type { Region } from '../../../src/register/region.ts';
import type { Sector } from '../../../src/register/sector.ts';
import { button } from '../../components/button.ts';
import { checkbox, select } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { dateField, textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface OrganisationChoices {
  readonly legalForms: typeof legalForms;
  readonly regions: readonly Region[];
  readonly sectors: readonly Sector[];
}

type NewOrganisationView = OrganisationChoices & FormState;

/** The form that registers an organisation; who sends it is its owner. */
export function newOrganisationPage(frame: Frame, view: NewOrganisationView): Html {
  const { t, lang } = frame;
  const { values, refusal } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('applicant.organisation.title'), view) },
    html`<div class="narrow">
  ${errorSummary(frame, refusal.summary)}
  <p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a></p>
  <h1>${t('applicant.organisation.title')}</h1>
  <p class="lead">${t('applicant.organisation.lead')}</p>
  <form class="card question" method="post" action="/${lang}/organisations/new" novalidate>
    ${csrfField(frame)}
    <input type="hidden" name="once" value="${values.once}">
    ${identity(frame, view)}
    ${address(frame, view)}
    ${work(frame, view)}
    ${checkbox(frame, {
      name: 'acceptsLeman',
      label: t('applicant.organisation.acceptsLeman'),
      hint: t('applicant.organisation.acceptsLemanHint'),
      value: values.acceptsLeman === 'yes',
      error: refusal.faults.acceptsLeman,
    })}
    ${button({ text: t('applicant.organisation.button') })}
  </form>
</div>`,
  );
}

function identity(frame: Frame, { legalForms, values, refusal: { faults } }: NewOrganisationView): Html {
  const { t } = frame;
  return html`${textField(frame, {
    name: 'name',
    label: t('applicant.organisation.name'),
    hint: t('applicant.organisation.nameHint'),
    value: values.name,
    error: faults.name,
    autocomplete: 'organization',
  })}
${select(frame, {
  name: 'legalForm',
  label: t('applicant.organisation.legalForm'),
  value: values.legalForm,
  error: faults.legalForm,
  empty: t('applicant.organisation.choose'),
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

function address(frame: Frame, { regions, values, refusal: { faults } }: NewOrganisationView): Html {
  const { t } = frame;
  return html`${textField(frame, {
    name: 'street',
    label: t('applicant.organisation.street'),
    value: values.street,
    error: faults.street,
    autocomplete: 'street-address',
  })}
<div class="side-by-side">
  ${textField(frame, {
    name: 'postcode',
    label: t('applicant.organisation.postcode'),
    value: values.postcode,
    error: faults.postcode,
    autocomplete: 'postal-code',
    inputmode: 'numeric',
    groupClass: 'short-field',
  })}
  ${textField(frame, {
    name: 'commune',
    label: t('applicant.organisation.commune'),
    value: values.commune,
    error: faults.commune,
    autocomplete: 'address-level2',
  })}
</div>
${select(frame, {
  name: 'region',
  label: t('organisation.region'),
  hint: t('organisation.regionHint'),
  value: values.region,
  error: faults.region,
  empty: t('organisation.byPostcode'),
  items: regions.map((value) => ({ value, text: t(`regions.${value}`) })),
})}`;
}

function work(frame: Frame, { sectors, values, refusal: { faults } }: NewOrganisationView): Html {
  const { t } = frame;
  return html`${select(frame, {
    name: 'sector',
    label: t('organisation.sector'),
    hint: t('organisation.sectorHint'),
    value: values.sector,
    error: faults.sector,
    empty: t('organisation.sectorNone'),
    items: sectors.map((value) => ({ value, text: t(`sectors.${value}`) })),
  })}
${textField(frame, {
  name: 'website',
  label: t('organisation.website'),
  hint: t('organisation.websiteHint'),
  value: values.website,
  error: faults.website,
  autocomplete: 'url',
  inputmode: 'url',
  spellcheck: false,
  attributes: { autocapitalize: 'off' },
})}
${dateField(frame, {
  name: 'founded',
  label: t('applicant.organisation.founded'),
  hint: t('applicant.organisation.foundedHint'),
  value: values.founded,
  error: faults.founded,
})}`;
}
