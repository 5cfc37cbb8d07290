import type { StaffModeration } from '../../../src/web/review/moderation.view.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
import { criterionLinks } from '../../components/explained.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { radioCards } from '../../components/radioCards.ts';
import { reasonList } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { criterionHead } from '../site/criteriaParts.ts';
import { placeAsked, placeClaim } from './place.ts';
import { viewer } from './viewer.ts';

type Place = StaffModeration['places'][number];
type Conflict = StaffModeration['conflicts'][number];

/** Two diverging reviews side by side, with the form of the third person. */
export function moderationPage(frame: Frame, view: StaffModeration & FormState): Html {
  const { t, lang } = frame;
  const { application, places, conflicts, refusal } = view;
  const { id: number, revision } = application;
  const organisation = view.organisation.name;
  const title = t('staff.moderation.title');
  return staffLayout(
    frame,
    {
      name: `${title} · ${organisation}`,
      refusal,
      back: html`<p><a href="/${lang}/review">${t('staff.queue.back')}</a></p>`,
    },
    html`<p class="overline">${title} · ${number}</p>
<h1>${organisation}</h1>
<p class="lead">${t('staff.moderation.lead', { count: places.length })}</p>
<form method="post" action="/${lang}/review/moderate/${number}" novalidate>
  ${hidden(frame, revision)}
  ${places.map((place) => divergingPlace(frame, place, view))}
  ${
    conflicts.length > 0 &&
    html`<h2>${t('findings.staff.conflictTitle')}</h2>
  <p>${t('findings.staff.conflictText')}</p>
  ${conflicts.map((conflict) => gradeConflict(frame, conflict, view))}`
  }
  ${button({ text: t('staff.moderation.settle') })}
</form>
${viewer(frame)}`,
  );
}

function divergingPlace(frame: Frame, place: Place, { values, refusal: { faults } }: FormState): Html {
  const { t } = frame;
  const { key, within, title, why, sides, choices } = place;
  const level = `${key}.level`;
  const comment = `${key}.comment`;
  return html`<section class="card place" id="${key}">
    <p class="overline">${within}</p>
    ${criterionHead(frame, place, criterionLinks(frame, place.version, place.id))}
    <h2 class="place__title">${title}</h2>
    ${placeAsked(frame, place)}
    ${reasonList(
      why.map((kind) => t(`staff.moderation.why.${kind}`)),
      'missing',
      true,
    )}
    ${placeClaim(frame, place)}
    ${sideBySide(frame, sides)}
    ${radioCards(frame, {
      name: level,
      legend: t('staff.moderation.level'),
      items: choices.map((choice) => ({ ...choice, checked: values[level] === choice.value })),
      error: faults[level],
    })}
    ${textarea(frame, {
      name: comment,
      label: t('staff.place.ownComment'),
      hint: t('staff.moderation.reasonHint'),
      value: values[comment],
      error: faults[comment],
      rows: 3,
    })}
  </section>`;
}

function gradeConflict(frame: Frame, conflict: Conflict, { values, refusal: { faults } }: FormState): Html {
  const { t } = frame;
  const grade = `${conflict.key}.grade`;
  const reason = `${conflict.key}.gradeReason`;
  return html`<section class="card place">
    <h3 class="place__title">${criterionLinks(frame, conflict.version, conflict.title)}</h3>
    ${sideBySide(frame, conflict.sides)}
    ${radios(frame, {
      name: grade,
      label: t('findings.staff.settle'),
      value: values[grade],
      error: faults[grade],
      inline: true,
      items: [
        { value: 'minor', text: t('findings.grade.minor') },
        { value: 'major', text: t('findings.grade.major') },
      ],
    })}
    ${textarea(frame, {
      name: reason,
      label: t('staff.place.ownComment'),
      hint: t('staff.moderation.reasonHint'),
      value: values[reason],
      error: faults[reason],
      rows: 3,
    })}
  </section>`;
}

function sideBySide({ t }: Frame, sides: Place['sides']): Content {
  return html`<div class="sides">
      ${sides.map(
        ({ level, comment }, at) => html`<div class="well">
        <p class="place__by">${t(`staff.levels.${at === 0 ? 'first' : 'second'}`)}</p>
        <p><strong>${level}</strong></p>
        ${comment && html`<p class="typed">${comment}</p>`}
      </div>`,
      )}
    </div>`;
}
