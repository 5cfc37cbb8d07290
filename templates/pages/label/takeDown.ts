import type { TakeDownView } from '../../../src/web/label/takeDown.view.ts';
import type { TakenDownView } from '../../../src/web/label/takenDown.view.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
import { definitions } from '../../components/definitions.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { reasonTexts } from '../../staffWords.ts';
import { photograph } from '../register/photo.ts';

type View = TakeDownView & FormState & { readonly min: number };

/** What a holder shows of an offer, for an officer: as the public sees it, and the form that takes it down. */
export function takeDownPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { number, name, desk, photo, texts, refusal, saved, takenDown, blockers } = view;
  return staffLayout(
    frame,
    {
      name: `${t('takeDown.title')} · ${name}`,
      back: html`<p><a href="${desk}">${t('sanctions.back')}</a></p>`,
      refusal,
      narrow: true,
    },
    html`<p class="overline">${number} · ${t('takeDown.title')}</p>
<h1>${name}</h1>
<p class="lead">${t('takeDown.lead')}</p>
${saved && html`<p class="banner" role="status">${t('takeDown.done')}</p>`}
<section class="card">
  <h2>${t('takeDown.shown')}</h2>
  ${
    photo
      ? html`<figure class="shown-photo">${photograph(photo, '(max-width: 48rem) 90vw, 40rem', false)}<figcaption class="quiet small">${photo.alt}</figcaption></figure>`
      : html`<p class="named">${pictogram(view.pictogram, 'pictogram--small')} <span>${t('labelledOffer.none')}</span></p>`
  }
  ${texts.length > 0 && definitions(texts)}
  <p><a href="${view.page}">${t('labelledOffer.page')}</a></p>
</section>
${
  blockers.length > 0
    ? html`<div class="banner banner--sun"><ul>${reasonTexts(frame, blockers).map((one) => html`<li>${one}</li>`)}</ul></div>`
    : view.parts.length > 0
      ? takeDownForm(frame, view)
      : html`<p class="banner">${t('takeDown.nothing')}</p>`
}
${takenDown.length > 0 && html`<section class="card"><h2>${t('takeDown.before')}</h2>${takenDown.map((one) => takenDownNote(frame, one))}</section>`}
<p class="quiet after">${t('takeDown.assessed')} <a href="${desk}/sanctions">${t('sanctions.open')}</a></p>`,
  );
}

/** What was taken down, when and why. */
export function takenDownNote({ t }: Frame, one: TakenDownView): Html {
  return html`<p><strong>${t('takeDown.line', { what: one.what, on: one.on })}</strong> ${one.cause}</p>
<p class="asked">${one.reason}</p>`;
}

function takeDownForm(
  frame: Frame,
  { href, revision, parts, codes, values, min, refusal: { faults } }: View,
): Html {
  const { t } = frame;
  return html`<form class="card question" method="post" action="${href}" novalidate>
  <h2 class="question__title">${t('takeDown.heading')}</h2>
  ${hidden(frame, revision)}
  ${radios(frame, { name: 'part', label: t('takeDown.part'), items: parts, value: values.part, error: faults.part })}
  ${radios(frame, { name: 'code', label: t('takeDown.code'), items: codes, value: values.code, error: faults.code })}
  ${textarea(frame, {
    ...{ name: 'reason', label: t('takeDown.reason'), hint: t('takeDown.reasonHint', { min }) },
    ...{ value: values.reason, error: faults.reason, rows: 4 },
  })}
  ${button({ text: t('takeDown.button'), kind: 'danger' })}
</form>`;
}
