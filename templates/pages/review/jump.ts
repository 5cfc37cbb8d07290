import type { JumpPlace } from '../../../src/web/review/workbenchJump.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

const signs = { done: '✓', lacking: '!', open: '·' } as const;

/** Criteria as short links, with where the reviewer stands in each; `current` is the key of the one that is open. */
export function jumpChips({ t }: Frame, places: readonly JumpPlace[], current?: string): Html {
  return html`<ul class="chips">
  ${places.map(
    ({ key, state, href, title, code, grade, isNoted }) =>
      html`<li><a class="chip chip--${state}" href="${href}"${key === current && html` aria-current="page"`} title="${title}"><span class="chip__sign" aria-hidden="true">${signs[state]}</span>${code}${grade && html`<span class="chip__mark chip__mark--finding" aria-hidden="true"></span>`}${isNoted && html`<span class="chip__mark" aria-hidden="true"></span>`}<span class="govuk-visually-hidden">: ${title}, ${t(`workbench.state.${state}`)}${grade && `, ${t(`workbench.has.${grade}`)}`}${isNoted && `, ${t('workbench.has.note')}`}</span></a></li>`,
  )}
</ul>`;
}
