import type { OrganisationView } from '../../../src/web/views/organisation.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { textField } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { identityFields, placeFields } from './organisationFields.ts';

type View = OrganisationView & FormState;

/** What an organisation says of itself, and the forms that correct it: place and work, identity, name. */
export function organisationFacts(frame: Frame, view: View): Html {
  const { t, date } = frame;
  const { facts, mayEdit, mayInvite } = view;
  const { formerNames } = view.organisation;
  return html`<section class="card question" aria-labelledby="facts">
  <h2 class="question__title" id="facts">${t('organisation.factsTitle')}</h2>
  ${definitions(facts)}
  ${
    formerNames.length > 0 &&
    html`<p class="quiet">${t('organisation.formerNames')}</p>
  <ul>${formerNames.map(({ name, until }) => html`<li>${t('organisation.formerName', { name, day: date(until) })}</li>`)}</ul>`
  }
  ${mayEdit && placeForm(frame, view)}
  ${mayInvite && [identityForm(frame, view), nameForm(frame, view)]}
</section>`;
}

function placeForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, organisation, labels, refusal, values } = view;
  const sent = refusal.typed.street !== undefined;
  // A box that was taken away is not among what was typed.
  const acceptsLeman = sent ? refusal.typed.acceptsLeman : values.acceptsLeman;
  return html`<details class="disclosure"${sent && html` open`}>
  <summary>${t('organisation.change')}</summary>
  <form method="post" action="${href}" novalidate>
    ${hidden(frame, organisation.revision)}
    ${placeFields(
      frame,
      { ...view, values: { ...values, acceptsLeman } },
      t(labels.length > 0 ? 'organisation.websiteLabel' : 'organisation.websiteHint'),
    )}
    ${button({ text: t('site.save') })}
  </form>
</details>`;
}

function identityForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { typed } = view.refusal;
  const sent = typed.legalForm !== undefined || typed.identifier !== undefined;
  return html`<details class="disclosure"${sent && html` open`}>
  <summary>${t('organisation.identityTitle')}</summary>
  <p>${t('organisation.identityText')}</p>
  <form method="post" action="${view.href}/identity" novalidate>
    ${hidden(frame, view.organisation.revision)}
    ${identityFields(frame, view)}
    ${button({ text: t('organisation.identity'), kind: 'quiet' })}
  </form>
</details>`;
}

function nameForm(frame: Frame, { href, organisation, labels, values, refusal }: View): Html {
  const { t } = frame;
  const sent = refusal.typed.name !== undefined;
  return html`<details class="disclosure"${sent && html` open`}>
  <summary>${t('organisation.renameTitle')}</summary>
  <p>${t('organisation.renameText')}${labels.length > 0 && ` ${t('organisation.renameLabel')}`}</p>
  <form method="post" action="${href}/name" novalidate>
    ${hidden(frame, organisation.revision)}
    ${textField(frame, { name: 'name', label: t('organisation.newName'), hint: t('applicant.organisation.nameHint'), value: values.name, error: refusal.faults.name, autocomplete: 'organization' })}
    ${button({ text: t('organisation.rename'), kind: 'quiet' })}
  </form>
</details>`;
}
