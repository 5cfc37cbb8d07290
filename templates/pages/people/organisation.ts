import type { OrganisationView } from '../../../src/web/views/organisation.view.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { statusTag } from '../../components/verdict.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { organisationData } from '../privacy/organisation.ts';
import { organisationFacts } from './organisationFacts.ts';
import { invitations, members } from './organisationPeople.ts';

/** An organisation for its people: what it says of itself, its labels, everyone of it. */
export function organisationPage(frame: Frame, view: OrganisationView & FormState): Html {
  const { t, lang } = frame;
  const { goesOn, labels, maySpeak, mayInvite } = view;
  const { name, specimen, mergedInto } = view.organisation;
  return layout(
    frame,
    { title: titleOf(frame, name, view) },
    html`<div class="narrow organisation">
  ${errorSummary(frame, view.refusal.summary)}
  <p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a></p>
  <h1>${name}</h1>
  <p class="lead"><span class="pill">${t(`roles.${view.role}`)}</span>${specimen && html` <span class="pill pill--sun">${t('site.specimenMark')}</span>`}</p>
  ${view.saved && html`<p class="banner" role="status">${t('organisation.saved')}</p>`}
  ${
    mergedInto !== null &&
    html`<section class="well">
    <p>${goesOn ? html`${t('organisation.merged', { name: goesOn.name })} <a href="/${lang}/organisations/${goesOn.id}">${t('organisation.goOn')}</a>` : t('organisation.mergedElsewhere')}</p>
  </section>`
  }
  ${organisationFacts(frame, view)}
  <p class="after"><a href="${view.href}/story">${t('story.link')}</a></p>
  ${maySpeak && html`<p class="after"><a href="${view.href}/keys">${t('apiKeys.link')}</a></p>`}
  ${labels.length > 0 && labelList(frame, labels)}
  ${members(frame, view)}
  ${maySpeak && (mayInvite || view.invitations.length > 0) && invitations(frame, view)}
  ${maySpeak && organisationData(frame, view.href)}
</div>`,
  );
}

function labelList({ t }: Frame, labels: OrganisationView['labels']): Html {
  return html`<section class="card question" aria-labelledby="labels">
  <h2 class="question__title" id="labels">${t('applicant.space.labels')}</h2>
  <ul class="tasks tasks--inside">
    ${labels.map(({ href, number, status }) => html`<li class="task"><span class="task__text"><a href="${href}">${t('kit.named', { number })}</a></span><span class="task__state">${statusTag(status)}</span></li>`)}
  </ul>
</section>`;
}
