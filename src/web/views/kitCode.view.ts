import { escapeHtml } from '../../../templates/html.ts';
import type { Language } from '../../criteria/scheme.ts';
import { linkedBadgeTitle } from '../../i18n/badgeTitle.ts';
import { profile } from '../../profile/profile.ts';
import type { Entry } from '../../register/entry.ts';

/** The panel is 300 wide and 330 high: here at half of that, in a letter a little smaller. */
const page = { width: 150, height: 165 };
const letter = { width: 120, height: 132 };

/** What a holder copies; `language` is that of the badge. All addresses are permanent, and whole. */
export function kitCode(entry: Entry, language: Language, publicUrl: string) {
  const { number, organisation, specimen } = entry;
  const alt = linkedBadgeTitle({ number, organisation: organisation.name, language, specimen });
  const label = `${publicUrl}/labels/${number}`;
  const badge = `${publicUrl}/badges/${number}`;
  const drawing = `${badge}.svg?form=standard&language=${language}`;
  // Mail services fetch a picture once and show it forever, unless the URL forbids caching.
  const picture = `${badge}.png?form=standard&language=${language}&size=256&cache=no`;
  const opening = `<a href="${escapeHtml(label)}">`;
  return {
    /** For a website. */
    html: `${opening}${image(drawing, alt, page)}</a>`,
    /** Of that badge, in pixels. */
    size: page,
    /** For a text in Markdown. */
    markdown: `[![${escapeMarkdown(alt)}](${drawing})](${label})`,
    /** The end of an e-mail, as HTML that mail programs show: a PNG, its size in attributes, no style. */
    mail: [
      `<p>${opening}${image(picture, alt, letter, ' border="0"')}</a><br>`,
      `${opening}${escapeHtml(organisation.name)}, ${escapeHtml(profile.name)} ${number}</a></p>`,
    ].join('\n'),
  };
}

function image(address: string, alt: string, { width, height }: typeof page, more = ''): string {
  return `<img src="${escapeHtml(address)}"\n  alt="${escapeHtml(alt)}"\n  width="${width}" height="${height}"${more}>`;
}

/** Text as it may stand between the brackets of a Markdown link: signs that mean something are given back their own sense. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&!~|]/g, '\\$&');
}
