import type { ScoreView } from '../../../../src/web/application/answers/score.view.ts';
import { script } from '../../../components/passkey.ts';
import { savingStatus } from '../../../components/savingStatus.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';
import { scoreBar } from './score.ts';

/**
 * The end of a form: save and go on, or save and stay. Its script saves each change on its own, where the form says
 * `data-autosave`.
 */
export function saveBar(frame: Frame, score: ScoreView | undefined): Html {
  const { t } = frame;
  return html`<div class="savebar">
  ${score && scoreBar(frame, score)}
  ${savingStatus(frame, t('saving.other', { value: '%s' }))}
  <button class="button" type="submit" name="go" value="next">${t('applicant.saveNext')}</button>
  <button class="button button--quiet" type="submit" name="go" value="stay">${t('site.save')}</button>
</div>
${script(frame, 'autosave.js')}`;
}
