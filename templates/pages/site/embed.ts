import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** The elements of embed.js, each with what it says of itself and the page that its link leads to. */
const elements = [
  { name: 'directory', attribute: () => 'search="q=pain"', path: () => '/register?q=pain' },
  { name: 'map', attribute: () => '', path: () => '/register/places' },
  {
    name: 'badge',
    attribute: (number: string) => `number="${number}"`,
    path: (number: string) => `/labels/${number}`,
  },
] as const;

/** How the directory, the map and the badge of a label come onto another site: the code to copy, and what it does there. */
export function embedPage(frame: Frame): Html {
  const { t, lang, publicUrl } = frame;
  return layout(
    frame,
    {
      title: titleOf(frame, t('api.embed.title')),
      description: t('api.embed.lead'),
      back: html`<p><a href="/${lang}/api">${t('api.title')}</a></p>`,
    },
    html`<div class="narrow">
  <h1>${t('api.embed.title')}</h1>
  <p class="lead">${t('api.embed.lead')}</p>
  ${elements.map(
    (element) => html`<h2 id="${element.name}">${t(`api.embed.${element.name}.title`)}</h2>
  <p>${t(`api.embed.${element.name}.text`)}</p>
  <pre translate="no"><code>${snippet(frame, element)}</code></pre>`,
  )}
  <h2>${t('api.embed.policyHeading')}</h2>
  <p>${t('api.embed.policy')}</p>
  <pre translate="no"><code>Content-Security-Policy: script-src ${publicUrl}; connect-src ${publicUrl}; img-src ${publicUrl}</code></pre>
  <p>${t('api.embed.oembed')}</p>
</div>`,
  );
}

function snippet(
  { t, lang, publicUrl, label }: Frame,
  { name, attribute, path }: (typeof elements)[number],
): string {
  const at = name === 'badge' ? publicUrl : `${publicUrl}/${lang}`;
  const tag = `${label.id}-${name}`;
  const asked = attribute(label.example);
  return `<${tag}${asked && ` ${asked}`}>
  <a href="${at}${path(label.example)}">${t(`api.embed.${name}.link`)}</a>
</${tag}>
<script type="module" src="${publicUrl}/embed.js"></script>`;
}
