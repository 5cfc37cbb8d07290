import type { CriterionView } from '../../src/web/views/criterion.view.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** The code of a criterion, and whether a level of it is compulsory. */
export function criterionHead({ t }: Frame, { id, minimum }: Pick<CriterionView, 'id' | 'minimum'>): Html {
  return html`<p class="rules__head"><span class="code">${id}</span>${minimum && html`<span class="pill pill--sun">${t(`pages.criteria.mandatory.${minimum.due}`, { level: minimum.level })}</span>`}</p>`;
}
