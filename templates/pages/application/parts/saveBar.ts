import { script } from '../../../components/passkey.ts';
import type { Frame } from '../../../frame.ts';
import { attributes, type Html, html } from '../../../html.ts';

/**
 * The end of a form: save and go on, or save and stay. Its script saves each change by itself, where the form says
 * `data-autosave`.
 */
export function saveBar(frame: Frame): Html {
  const { t } = frame;
  const said = attributes({
    'data-saving': t('saving.saving'),
    'data-failed': t('saving.failed', { text: '%s' }),
    'data-offline': t('saving.offline'),
    'data-back': t('saving.back'),
    'data-late': t('saving.late'),
    'data-sign-in': t('saving.signIn'),
    'data-other': t('saving.other', { value: '%s' }),
    'data-nothing': t('saving.nothing'),
    'data-both': t('saving.both'),
    'data-error': t('site.errorColon'),
  });
  return html`<div class="savebar">
  <p class="savebar__said" role="status"${said}></p>
  <button class="button" type="submit" name="go" value="next">${t('applicant.saveNext')}</button>
  <button class="button button--quiet" type="submit" name="go" value="stay">${t('site.save')}</button>
</div>
${script(frame, 'autosave.js')}`;
}
