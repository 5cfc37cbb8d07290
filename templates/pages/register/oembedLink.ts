import { type Frame, pathOf } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** Where another site learns what to show in the place of a link to this page (oEmbed 1.0, section 4). */
export function oembedLink(frame: Frame): Html {
  const page = new URLSearchParams({ url: `${frame.publicUrl}/${frame.lang}${pathOf(frame)}` });
  return html`<link rel="alternate" type="application/json+oembed" href="${frame.publicUrl}/oembed?${page.toString()}">`;
}
