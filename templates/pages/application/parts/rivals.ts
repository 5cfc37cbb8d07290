import type { RivalsView, RivalView } from '../../../../src/web/application/answers/rivals.view.ts';
import { csrfField } from '../../../components/hidden.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

/** Two answers to one criterion, side by side, of which one is chosen. */
export function rivals(frame: Frame, list: readonly RivalView[] = []): Content {
  const { t } = frame;
  return list.map(
    ({ id, sides }) => html`<section class="rival" aria-labelledby="rival-${id}-title">
  <h3 class="rival__title" id="rival-${id}-title">${t('saving.rival.title')}</h3>
  <p>${t('saving.rival.text')}</p>
  <div class="rival__sides">
    ${sides.map((side) => rivalSide(frame, id, side))}
  </div>
</section>`,
  );
}

function rivalSide({ t }: Frame, rival: string, side: RivalView['sides'][number]): Html {
  const { choice, title, line, level, evidence, comment } = side;
  const id = `rival-${rival}-${choice}`;
  return html`<div class="rival__side">
      <h4 class="rival__whose" id="${id}">${title}</h4>
      <p class="quiet small">${line}</p>
      <dl class="rival__said">
        <dt>${t('saving.rival.level')}</dt><dd>${level}</dd>
        <dt>${t('saving.rival.evidence')}</dt><dd>${evidence}</dd>
        <dt>${t('saving.rival.comment')}</dt><dd class="rival__comment">${comment}</dd>
      </dl>
      <button class="button button--quiet" type="submit" form="rival-${rival}" name="choice" value="${choice}" aria-describedby="${id}">${t(choice === 'first' ? 'saving.rival.keep' : 'saving.rival.keepOther')}</button>
    </div>`;
}

/** The forms that those buttons send; they stand beside the form of the page, which cannot hold others. */
export function rivalForms(frame: Frame, ofPage: RivalsView): Html {
  return html`<div data-live="rivalForms">
${Object.values(ofPage)
  .flat()
  .map(
    ({ id, action, seen }) => html`<form id="rival-${id}" method="post" action="${action}">
  ${csrfField(frame)}
  <input type="hidden" name="first" value="${seen.first}">
  <input type="hidden" name="second" value="${seen.second}">
</form>`,
  )}
</div>`;
}
