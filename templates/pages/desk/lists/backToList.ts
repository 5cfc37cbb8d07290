import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** The way back to the list that an officer looked at last, as they had narrowed it down. */
export function backToList({ t, lang, list }: Frame): Html {
  const path = list ?? 'lists/files';
  const kind = path.startsWith('lists/labels') ? 'labels' : 'files';
  return html`<p class="no-print"><a href="/${lang}/${path}">${path.includes('?') ? t('desk.back') : t(`desk.${kind}.back`)}</a></p>`;
}
