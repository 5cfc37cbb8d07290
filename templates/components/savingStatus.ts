import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';

/** Where the script that saves a form says what it does; `other` tells of a value that another window wrote, `said` is there from the start. */
export function savingStatus({ t }: Frame, other: string, said = ''): Html {
  const saving = attributes({
    'data-saving': t('saving.saving'),
    'data-failed': t('saving.failed', { text: '%s' }),
    'data-offline': t('saving.offline'),
    'data-back': t('saving.back'),
    'data-late': t('saving.late'),
    'data-sign-in': t('saving.signIn'),
    'data-other': other,
    'data-nothing': t('saving.nothing'),
    'data-both': t('saving.both'),
    'data-error': t('site.errorColon'),
  });
  return html`<p class="savebar__said" role="status"${saving}>${said}</p>`;
}
