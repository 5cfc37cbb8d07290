import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** Links that export a list as it is seen: `path` without its language, `query` with the filters of the page, as an address has them. */
export function exportLinks(
  { t, lang }: Pick<Frame, 't' | 'lang'>,
  path: string,
  query = '',
  text = t('lists.export'),
): Html {
  const href = (format: string) => `/${lang}/${path}/list.${format}${query && `?${query}`}`;
  return html`<p class="small quiet no-print">${text} <a href="${href('csv')}" download>${t('lists.csv')}</a> · <a href="${href('xlsx')}" download>${t('lists.xlsx')}</a></p>`;
}
