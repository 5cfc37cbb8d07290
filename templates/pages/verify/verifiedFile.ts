import type { VerifiedFileView } from '../../../src/web/verify/verifiedFile.view.ts';
import { button } from '../../components/button.ts';
import { textField } from '../../components/fields.ts';
import { statusTag, verdict } from '../../components/verdict.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** What a file that was brought claims, and what of it holds. */
export function verifiedFilePage(frame: Frame, view: VerifiedFileView): Html {
  const { t, lang } = frame;
  const { registerSays, sealed, logged, label, named, asksNumber, checks } = view;
  return layout(
    frame,
    { title: titleOf(frame, view.verdict.word) },
    html`${verdict(view.verdict)}
<h1>${t('verification.page.checked', { name: view.name })}</h1>
${registerSays && html`<p class="lead">${registerSays}</p>`}
${sealed && html`<p>${sealed}</p>`}
${logged && html`<p>${logged}</p>`}
${named && html`<p>${t('verification.page.named')} <a href="${named.href}">${named.number}</a></p>`}
${asksNumber && numberForm(frame)}
${checks.length > 0 && checkList(frame, view)}
<p class="row">
  ${label && html`${button({ text: t('verification.page.labelLink'), href: label })} `}
  ${button({ text: t('verification.page.another'), href: `/${lang}/verify#file`, kind: label || asksNumber ? 'quiet' : undefined })}
</p>`,
  );
}

function numberForm(frame: Frame): Html {
  const { t, lang } = frame;
  return html`<form class="lookup" method="get" action="/${lang}/verify">
  ${textField(frame, {
    name: 'q',
    label: t('verification.page.number'),
    hint: t('verification.page.numberHint'),
    spellcheck: false,
    autocomplete: 'off',
    attributes: { autocapitalize: 'off', maxlength: '300' },
  })}
  ${button({ text: t('pages.verify.button'), size: 'large' })}
</form>`;
}

/** Each check in words, those of which nothing can be told, and those that what was brought carries nothing for. */
export function checkList(
  { t }: Frame,
  { checks, untold, notThere }: Pick<VerifiedFileView, 'checks' | 'untold' | 'notThere'>,
): Html {
  return html`<h2>${t('verification.page.checksHeading')}</h2>
<ul class="checks">
  ${checks.map(
    ({ name, result, says, advice, look }) => html`<li class="checks__one checks__one--${look.tone}">
    <div class="checks__head"><h3 class="checks__name">${name}</h3>${statusTag({ ...look, word: t(`verification.results.${result}`) })}</div>
    <p class="checks__says">${says}${advice && html` <strong>${advice}</strong>`}</p>
  </li>`,
  )}
</ul>
${untold.length > 0 && html`<p>${t('verification.page.untold', { checks: untold.join(', ') })}</p>`}
${notThere.length > 0 && html`<p class="quiet">${t('verification.page.notThere', { checks: notThere.join(', ') })}</p>`}`;
}
