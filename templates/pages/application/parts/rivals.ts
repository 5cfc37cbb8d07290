import type { RivalView } from '../../../../src/web/application/answers/rivals.view.ts';
import { csrfField } from '../../../components/hidden.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

/** Two answers to a criterion, side by side, of which one is chosen. */
export function rivals(frame: Frame, ofPage: readonly RivalView[], criterion: string): Content {
  const { t } = frame;
  return ofPage
    .filter((one) => one.criterion === criterion)
    .map(
      ({ id, sides, mine, ofOne }) => html`<section class="rival" aria-labelledby="rival-${id}-title">
  <h3 class="rival__title" id="rival-${id}-title">${t('saving.rival.title')}</h3>
  <p>${t(ofOne ? 'saving.rival.own' : 'saving.rival.text')}</p>
  <div class="rival__sides">
    ${sides.map((side) => rivalSide(frame, { rival: id, mine }, side))}
  </div>
</section>`,
    );
}

interface Rival {
  readonly rival: string;
  /** The second answer is that of who reads the page. */
  readonly mine: boolean;
}

function rivalSide({ t, time }: Frame, { rival, mine }: Rival, side: RivalView['sides'][number]): Html {
  const { choice, by, at } = side;
  const who = by ?? t('saving.rival.someone');
  const whose = choice === 'second' && mine ? 'mine' : choice;
  const textOrNone = (text?: string) => text || t('applicant.criterion.none');
  const id = `rival-${rival}-${choice}`;
  return html`<div class="rival__side">
      <h4 class="rival__whose" id="${id}">${t(`saving.rival.${whose}`)}</h4>
      <p class="quiet small">${at === null ? who : t('saving.rival.by', { who, when: time(at) })}</p>
      <dl class="rival__said">
        <dt>${t('saving.rival.level')}</dt><dd>${textOrNone(side.level)}</dd>
        <dt>${t('saving.rival.evidence')}</dt><dd>${textOrNone(side.evidence)}</dd>
        <dt>${t('saving.rival.comment')}</dt><dd class="rival__comment">${textOrNone(side.comment)}</dd>
      </dl>
      <button class="button button--quiet" type="submit" form="rival-${rival}" name="choice" value="${choice}" aria-describedby="${id}">${t(choice === 'first' ? 'saving.rival.keep' : 'saving.rival.keepOther')}</button>
    </div>`;
}

/** The forms that those buttons send, below the address of the application; they stand beside the form of the page, which cannot hold others. */
export function rivalForms(frame: Frame, href: string, ofPage: readonly RivalView[]): Html {
  return html`<div data-live="rivalForms">
${ofPage.map(
  ({ id, revisions }) => html`<form id="rival-${id}" method="post" action="${href}/rivals/${id}">
  ${csrfField(frame)}
  <input type="hidden" name="first" value="${revisions.first}">
  <input type="hidden" name="second" value="${revisions.second}">
</form>`,
)}
</div>`;
}
