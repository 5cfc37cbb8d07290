import { mark } from '../../profile/mark.ts';
import { palette } from '../../profile/palette.ts';

const { grey, white } = palette.drawings;

/** The answer to an image request when there is no badge: a grey picture whose title says why. */
export function errorBadge(why: string): string {
  const safe = why.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 330" width="300" height="330" role="img">',
    `<title>${safe}</title>`,
    `<rect x="3" y="3" width="294" height="324" rx="22" fill="${white}" stroke="${grey}" stroke-width="6"/>`,
    `<path d="${mark[0]?.path}" transform="translate(69 69) scale(1.35)" fill="none" stroke="${grey}" stroke-width="6"/>`,
    `<path d="M120 135l60 60m0-60l-60 60" stroke="${grey}" stroke-width="12" stroke-linecap="round"/>`,
    '</svg>',
  ].join('');
}
