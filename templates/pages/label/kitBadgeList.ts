import type { BadgeFormView } from '../../../src/web/label/kitBadges.view.ts';
import type { LabelKitView } from '../../../src/web/label/labelKit.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** The badge of a label in every form, with the files of each to take away. */
export function kitBadgeList(frame: Frame, { language, badges }: LabelKitView): Html {
  const { t, languages } = frame;
  return html`<section aria-labelledby="badges">
  <h2 id="badges">${t('kit.badges.title')}</h2>
  <p>${t('kit.badges.text')}</p>
  <nav class="kit-languages" aria-labelledby="kit-language">
    <p class="kit-languages__title" id="kit-language">${t('kit.language')}</p>
    <ul>
      ${languages.map(({ code, name }) => html`<li><a href="?language=${code}#badges" lang="${code}"${code === language && html` aria-current="true"`}>${name}</a></li>`)}
    </ul>
  </nav>
  <ul class="cards kit-badges">
    ${badges.map((badge) => badgeForm(frame, badge))}
  </ul>
</section>`;
}

function badgeForm({ t }: Frame, badge: BadgeFormView): Html {
  const { form, src, alt, width, height, isBaked, formats } = badge;
  const title = t(`kit.badges.forms.${form}.title`);
  return html`<li class="card kit-badge">
  <div class="kit-badge__ground"><img class="kit-badge__picture kit-badge__picture--${form}" src="${src}" alt="${alt}" width="${width}" height="${height}"></div>
  <h3 class="kit-badge__title" id="badge-${form}">${title}</h3>
  <p class="kit-badge__text">${t(`kit.badges.forms.${form}.text`)}${isBaked && ` ${t('kit.badges.baked')}`}</p>
  <dl class="kit-files">
    ${formats.map(
      (format) =>
        html`<div><dt>${format.name}</dt><dd>${format.files.map(
          (file) =>
            html`<a class="kit-file" href="${file.href}" download="${file.name}"><span class="govuk-visually-hidden">${title}, ${format.name}, </span>${file.width === null ? t('kit.badges.anySize') : t('kit.badges.width', { width: file.width })}</a>`,
        )}</dd></div>`,
    )}
  </dl>
</li>`;
}
