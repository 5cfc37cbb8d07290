import type { BadgeFormView } from '../../../src/web/label/kitBadges.view.ts';
import type { LabelKitView } from '../../../src/web/label/labelKit.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** The badge of a label in every form, with the files of each to take away. */
export function kitBadgeList({ t }: Frame, { languages, badges }: LabelKitView): Html {
  return html`<section aria-labelledby="badges">
  <h2 id="badges">${t('kit.badges.title')}</h2>
  <p>${t('kit.badges.text')}</p>
  <nav class="kit-languages" aria-labelledby="kit-language">
    <p class="kit-languages__title" id="kit-language">${t('kit.language')}</p>
    <ul>
      ${languages.map(({ code, text, current }) => html`<li><a href="?language=${code}#badges" lang="${code}"${current && html` aria-current="true"`}>${text}</a></li>`)}
    </ul>
  </nav>
  <ul class="cards kit-badges">
    ${badges.map(badgeForm)}
  </ul>
</section>`;
}

function badgeForm({ form, title, text, src, alt, width, height, note, formats }: BadgeFormView): Html {
  return html`<li class="card kit-badge">
  <div class="kit-badge__ground"><img class="kit-badge__picture kit-badge__picture--${form}" src="${src}" alt="${alt}" width="${width}" height="${height}"></div>
  <h3 class="kit-badge__title" id="badge-${form}">${title}</h3>
  <p class="kit-badge__text">${text}${note && ` ${note}`}</p>
  <dl class="kit-files">
    ${formats.map(
      (format) =>
        html`<div><dt>${format.name}</dt><dd>${format.files.map(
          (file) =>
            html`<a class="kit-file" href="${file.href}" download="${file.name}"><span class="govuk-visually-hidden">${title}, ${format.name}, </span>${file.text}</a>`,
        )}</dd></div>`,
    )}
  </dl>
</li>`;
}
