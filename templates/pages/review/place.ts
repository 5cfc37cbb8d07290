import type { StaffFigure, StaffPlace } from '../../../src/web/views/place.view.ts';
import { fileLinks } from '../../components/evidence.ts';
import { scaleBar } from '../../components/scaleBar.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

/** What is asked, and what would prove it. */
export function placeAsked({ t }: Frame, { id, question, help, proofs }: StaffPlace): Html {
  return html`<p>${question}</p>
${
  help &&
  html`<details class="disclosure small">
  <summary>${t('staff.place.help')}<span class="govuk-visually-hidden">: ${id}</span></summary>
  <p>${help}</p>
  <p>${t('staff.place.proofs')}</p>
  <ul>${proofs.map((proof) => html`<li>${proof}</li>`)}</ul>
</details>`
}`;
}

/** What the organisation claims, and on what ground. */
export function placeClaim(frame: Frame, { claim, figure, evidence, files, comment }: StaffPlace): Html {
  const { t } = frame;
  const none = !evidence && files.length === 0;
  return html`<div class="well place__claim">
  <p class="place__by">${t('staff.place.claim')}</p>
  <p><strong>${claim.level}</strong><br>${claim.text}</p>
  ${figureLines(claim.figures)}
  ${figure && formula(figure)}
  <p class="place__fact"><span class="quiet">${t('staff.place.evidence')}</span> ${none ? html`<em>${t('staff.place.noEvidence')}</em>` : evidence}</p>
  ${fileLinks(frame, files)}
  ${comment && html`<p class="place__fact"><span class="quiet">${t('staff.place.comment')}</span> ${comment}</p>`}
</div>`;
}

function figureLines(figures: StaffFigure['beside']): Content {
  return figures.map(
    ({ term, text }) =>
      html`<p class="place__fact"><span class="quiet">${term}</span> <strong class="figure">${text}</strong></p>`,
  );
}

function formula({ parts, beside, bar, note, confirmed }: StaffFigure): Html {
  return html`<p class="formula">${parts.map(({ fact, text, value }) =>
    fact
      ? html`<span class="formula__fact">${text}${value && html` <strong class="figure">${value}</strong>`}</span>`
      : html`<span class="formula__sign">${text}</span>`,
  )}</p>
  ${figureLines(beside)}
  ${bar && scaleBar(bar)}
  ${note && html`<p class="quiet">${note}</p>`}
  ${confirmed.map((line) => html`<p class="sure">${line}</p>`)}`;
}
