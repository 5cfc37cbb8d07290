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
export function placeClaim(frame: Frame, place: StaffPlace): Html {
  const { t } = frame;
  const { claim, figure, evidence, files, comment, certificates, exchanged } = place;
  const none = !evidence && files.length === 0;
  return html`<div class="well place__claim">
  <p class="place__by">${t('staff.place.claim')}</p>
  <p><strong>${claim.level}</strong><br>${claim.text}</p>
  ${figureLines(claim.figures)}
  ${figure && formula(figure)}
  <p class="place__fact"><span class="quiet">${t('staff.place.evidence')}</span> ${none ? html`<em>${t('staff.place.noEvidence')}</em>` : evidence}</p>
  ${fileLinks(frame, files)}
  ${certificates.map((one) => certificate(frame, one))}
  ${exchanged && html`<p class="place__fact"><strong>${t('exchanged.staff')}</strong><br>${exchanged}</p>`}
  ${comment && html`<p class="place__fact"><span class="quiet">${t('staff.place.comment')}</span> ${comment}</p>`}
</div>`;
}

/** What a certificate of others proves here, and what it leaves to the reviewer. */
function certificate({ t }: Frame, one: StaffPlace['certificates'][number]): Html {
  const { text, proves, kept, remains, link, lookUp } = one;
  return html`<div class="place__fact"><p><strong>${text}</strong><br>${proves}${kept && html` ${t('certificates.staffKept')}`}</p>
  ${remains && html`<p><span class="quiet">${t('certificates.remains')}</span> ${remains}</p>`}
  <p>${link && html`<a class="inline" href="${link}" rel="noopener noreferrer">${t('certificates.staffLook')}</a> · `}${lookUp && html`<a class="inline" href="${lookUp}" rel="noopener noreferrer">${t('certificates.staffList')}</a>`}</p></div>`;
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
