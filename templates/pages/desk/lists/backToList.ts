import type { DeskKind } from '../../../../src/commands/ports/deskPorts.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** The way back to the list that an officer looked at last, as they had narrowed it down; on a page about one kind, to the list of `of`. */
export function backToList({ t, lang, list }: Frame, of?: DeskKind): Html {
  const seen = list?.startsWith('lists/labels') ? 'labels' : 'files';
  const kind = of ?? seen;
  const path = list && kind === seen ? list : `lists/${kind}`;
  return html`<p class="no-print"><a href="/${lang}/${path}">${path.includes('?') ? t('desk.back') : t(`desk.${kind}.back`)}</a></p>`;
}
