import type { ReviewerProfileView } from '../../../src/web/views/reviewerProfile.view.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { dateField, textField } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

type View = ReviewerProfileView & FormState;

/** What a reviewer says of themselves: what they know, and when and for how much they can be asked. */
export function profilePage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { saved, profile, unavailable, standing, groups, refusal } = view;
  const name = t('reviewers.profile.title');
  return staffLayout(
    frame,
    {
      name,
      refusal,
      narrow: true,
      back: html`<p><a href="/${lang}/review">${t('staff.queue.back')}</a></p>`,
    },
    html`${saved && html`<p class="banner" role="status">${t('reviewers.profile.saved')}</p>`}
  <h1>${name}</h1>
  <p class="lead">${t('reviewers.profile.lead')}</p>
  <p>${pill(unavailable === null ? { tone: 'leaf', text: t('reviewers.profile.open') } : { tone: 'sun', text: t('reviewers.profile.closed') })} ${standing}</p>
  ${
    profile &&
    html`<form method="post" action="/${lang}/review/profile" novalidate>
    ${hidden(frame, profile.revision)}
    ${when(frame, view)}
    ${groups.map((group) => boxes(frame, group, view))}
    ${button({ text: t('reviewers.profile.button') })}
  </form>`
  }`,
  );
}

function when(frame: Frame, { published, values, refusal: { faults } }: View): Html {
  const { t } = frame;
  const max = published.scheme.process.reviewerLoad;
  const day = (name: 'awayFrom' | 'awayUntil') =>
    dateField(frame, {
      name,
      label: t(`reviewers.profile.${name}`),
      value: values[name],
      error: faults[name],
    });
  return html`<section class="card question" aria-labelledby="when">
      <h2 class="question__title" id="when">${t('reviewers.profile.when')}</h2>
      ${textField(frame, {
        name: 'capacity',
        label: t('reviewers.profile.capacity'),
        hint: t('reviewers.profile.capacityHint', { max }),
        value: values.capacity,
        error: faults.capacity,
        inputmode: 'numeric',
        groupClass: 'short-field',
      })}
      <div class="side-by-side">
        ${day('awayFrom')}
        ${day('awayUntil')}
      </div>
      <p class="quiet small">${t('reviewers.profile.awayHint')}</p>
    </section>`;
}

function boxes(frame: Frame, group: View['groups'][number], { refusal }: View): Html {
  const { t } = frame;
  const { id, boxes: all } = group;
  const { faults, typed } = refusal;
  const fault = faults[`${id}s`];
  const sent = typed.revision !== undefined;
  return html`<fieldset class="card question boxes" id="${id}s">
      <legend class="question__title">${t(`reviewers.profile.${id}`)}</legend>
      <p class="quiet">${t(`reviewers.profile.${id}Hint`)}</p>
      ${fault && html`<p class="govuk-error-message">${fault}</p>`}
      <div class="boxes__all">
        ${all.map(({ name, text, ticked }) => checkbox(frame, { name, label: text, value: sent ? typed[name] === 'yes' : ticked, error: faults[name] }))}
      </div>
    </fieldset>`;
}
