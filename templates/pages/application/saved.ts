import type { CriterionFormView } from '../../../src/web/application/answers/criterion.view.ts';
import type { RivalView } from '../../../src/web/application/answers/rivals.view.ts';
import type { ScoreView } from '../../../src/web/application/answers/score.view.ts';
import type { FrameView } from '../../../src/web/views/applicationFrame.view.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { files } from './parts/files.ts';
import { figures, level } from './parts/level.ts';
import { rivalForms, rivals } from './parts/rivals.ts';
import { score, scoreBar } from './parts/score.ts';

interface SavedFigures {
  readonly score: ScoreView;
}

/** The part of a page of figures that follows from what was saved; the script puts it in the place of the old one. */
export function savedFigures(frame: Frame, view: SavedFigures): Html {
  return html`${score(frame, view.score, true)}${scoreBar(frame, view.score)}`;
}

interface SavedAnswers extends SavedFigures, Pick<FormState, 'values'> {
  readonly criteria: readonly CriterionFormView[];
  readonly frame: Pick<FrameView, 'href'>;
  readonly rivals: readonly RivalView[];
}

/** The parts of a page of criteria that follow from what was saved. */
export function savedAnswers(frame: Frame, view: SavedAnswers): Html {
  return html`${savedFigures(frame, view)}
${view.criteria.map((criterion) => {
  const { id } = criterion;
  return html`<div data-live="${id}.figures">${figures(frame, criterion)}</div>
${criterion.figures && html`<div data-live="${id}.level">${level(frame, criterion, { chosen: view.values[`${id}.level`] })}</div>`}
<div data-live="${id}.files">${files(frame, criterion, { values: {} })}</div>
<div data-live="${id}.rivals">${rivals(frame, view.rivals, id)}</div>`;
})}
${rivalForms(frame, view.frame.href, view.rivals)}`;
}
