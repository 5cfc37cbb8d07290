import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** Links that export a list as it is seen: `path` without its language, `asked` the filters of the page. */
export function exportLinks(
  { t, lang }: Pick<Frame, 't' | 'lang'>,
  path: string,
  asked: Readonly<Record<string, string>> | string = '',
): Html {
  const set = [...new URLSearchParams(asked)].filter(([, value]) => value !== '');
  const query = set.length > 0 ? `?${new URLSearchParams(set)}` : '';
  const href = (format: string) => `/${lang}/${path}/list.${format}${query}`;
  return html`<p class="small quiet no-print">${t('lists.export')} <a href="${href('csv')}" download>${t('lists.csv')}</a> · <a href="${href('xlsx')}" download>${t('lists.xlsx')}</a></p>`;
}
