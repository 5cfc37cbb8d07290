import type { OrganisationView } from '../../../src/web/views/organisation.view.ts';
import { button } from '../../components/button.ts';
import { checkbox, select } from '../../components/choices.ts';
import { definitions } from '../../components/definitions.ts';
import { dateField, textField } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

type View = OrganisationView & FormState;

/** What an organisation says of itself, and the forms that correct it: place and work, identity, name. */
export function organisationFacts(frame: Frame, view: View): Html {
  const { t } = frame;
  const { facts, formerNames, mayEdit, mayInvite } = view;
  return html`<section class="card question" aria-labelledby="facts">
  <h2 class="question__title" id="facts">${t('organisation.factsTitle')}</h2>
  ${definitions(facts)}
  ${
    formerNames.length > 0 &&
    html`<p class="quiet">${t('organisation.formerNames')}</p>
  <ul>${formerNames.map((former) => html`<li>${former}</li>`)}</ul>`
  }
  ${mayEdit && placeForm(frame, view)}
  ${mayInvite && [identityForm(frame, view), nameForm(frame, view)]}
</section>`;
}

function placeForm(
  frame: Frame,
  { href, revision, labels, regions, sectors, values: v, refusal }: View,
): Html {
  const { t } = frame;
  const { typed, faults: f } = refusal;
  const sent = typed.street !== undefined;
  // A box that was taken away is not among what was typed.
  const acceptsLeman = sent ? typed.acceptsLeman : v.acceptsLeman;
  return html`<details class="disclosure"${sent && html` open`}>
  <summary>${t('organisation.change')}</summary>
  <form method="post" action="${href}" novalidate>
    ${hidden(frame, revision)}
    ${textField(frame, { name: 'street', label: t('applicant.organisation.street'), value: v.street, error: f.street, autocomplete: 'street-address' })}
    <div class="side-by-side">
      ${textField(frame, { name: 'postcode', label: t('applicant.organisation.postcode'), value: v.postcode, error: f.postcode, autocomplete: 'postal-code', inputmode: 'numeric', groupClass: 'short-field' })}
      ${textField(frame, { name: 'commune', label: t('applicant.organisation.commune'), value: v.commune, error: f.commune, autocomplete: 'address-level2' })}
    </div>
    ${select(frame, {
      name: 'region',
      label: t('organisation.region'),
      hint: t('organisation.regionHint'),
      value: v.region,
      error: f.region,
      empty: t('organisation.byPostcode'),
      items: regions.map((value) => ({ value, text: t(`regions.${value}`) })),
    })}
    ${select(frame, {
      name: 'sector',
      label: t('organisation.sector'),
      hint: t('organisation.sectorHint'),
      value: v.sector,
      error: f.sector,
      empty: t('organisation.sectorNone'),
      items: sectors.map((value) => ({ value, text: t(`sectors.${value}`) })),
    })}
    ${textField(frame, {
      name: 'website',
      label: t('organisation.website'),
      hint: t(labels.length > 0 ? 'organisation.websiteLabel' : 'organisation.websiteHint'),
      value: v.website,
      error: f.website,
      autocomplete: 'url',
      inputmode: 'url',
      spellcheck: false,
      attributes: { autocapitalize: 'off' },
    })}
    ${dateField(frame, { name: 'founded', label: t('applicant.organisation.founded'), hint: t('applicant.organisation.foundedHint'), value: v.founded, error: f.founded })}
    ${checkbox(frame, { name: 'acceptsLeman', label: t('applicant.organisation.acceptsLeman'), hint: t('applicant.organisation.acceptsLemanHint'), value: acceptsLeman === 'yes', error: f.acceptsLeman })}
    ${button({ text: t('site.save') })}
  </form>
</details>`;
}

function identityForm(frame: Frame, { href, revision, legalForms, values: v, refusal }: View): Html {
  const { t } = frame;
  const { typed, faults: f } = refusal;
  const sent = typed.legalForm !== undefined || typed.identifier !== undefined;
  return html`<details class="disclosure"${sent && html` open`}>
  <summary>${t('organisation.identityTitle')}</summary>
  <p>${t('organisation.identityText')}</p>
  <form method="post" action="${href}/identity" novalidate>
    ${hidden(frame, revision)}
    ${select(frame, {
      name: 'legalForm',
      label: t('applicant.organisation.legalForm'),
      value: v.legalForm,
      error: f.legalForm,
      items: legalForms.map((value) => ({ value, text: t(`legalForms.${value}`) })),
    })}
    ${textField(frame, { name: 'identifier', label: t('applicant.organisation.identifier'), hint: t('applicant.organisation.identifierHint'), value: v.identifier, error: f.identifier, autocomplete: 'off', spellcheck: false, classes: 'number-input' })}
    ${button({ text: t('organisation.identity'), kind: 'quiet' })}
  </form>
</details>`;
}

function nameForm(frame: Frame, { href, revision, labels, values, refusal }: View): Html {
  const { t } = frame;
  const sent = refusal.typed.name !== undefined;
  return html`<details class="disclosure"${sent && html` open`}>
  <summary>${t('organisation.renameTitle')}</summary>
  <p>${t('organisation.renameText')}${labels.length > 0 && ` ${t('organisation.renameLabel')}`}</p>
  <form method="post" action="${href}/name" novalidate>
    ${hidden(frame, revision)}
    ${textField(frame, { name: 'name', label: t('organisation.newName'), hint: t('applicant.organisation.nameHint'), value: values.name, error: refusal.faults.name, autocomplete: 'organization' })}
    ${button({ text: t('organisation.rename'), kind: 'quiet' })}
  </form>
</details>`;
}
