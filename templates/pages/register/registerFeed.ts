import type { FeedView } from '../../../src/web/register/feed.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** The latest changes of the register as an Atom feed: the entities that `html` writes are those of XML too. */
export function registerFeedPage({ t, lang, languages, publicUrl }: Frame, view: FeedView): Html {
  const others = languages.filter(({ current }) => !current);
  const base = `${publicUrl}/${lang}`;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${view.id}</id>
  <title>${t('api.feed.title')}</title>
  <subtitle>${t('api.feed.subtitle')}</subtitle>
  <updated>${view.updated}</updated>
  <author><name>${t('site.name')}</name><uri>${publicUrl}</uri></author>
  <rights>CC BY 4.0, ${view.licence}</rights>
  <link rel="self" type="application/atom+xml" href="${base}/register/changes.atom"/>
  <link rel="alternate" type="text/html" hreflang="${lang}" href="${base}/register"/>
  <link rel="license" href="${view.licence}"/>
  ${others.map(({ code }) => html`<link rel="alternate" type="application/atom+xml" hreflang="${code}" href="${publicUrl}/${code}/register/changes.atom"/>`)}
  ${view.items.map(
    ({ id, title, updated, number, state, summary }) => html`<entry>
    <id>${id}</id>
    <title>${title}</title>
    <updated>${updated}</updated>
    <link rel="alternate" type="text/html" hreflang="${lang}" href="${base}/labels/${number}"/>
    <category term="${state}"/>
    <summary>${summary}</summary>
  </entry>`,
  )}
</feed>
`;
}
