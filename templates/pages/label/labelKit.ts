import type { LabelKitView } from '../../../src/web/label/labelKit.view.ts';
import { button } from '../../components/button.ts';
import { script } from '../../components/passkey.ts';
import { pictogram } from '../../components/pictogram.ts';
import { pill } from '../../components/pill.ts';
import { verdict } from '../../components/verdict.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';
import { kitBadgeList } from './kitBadgeList.ts';
import { labelTaskList } from './labelTaskList.ts';
import { sheet } from './sheet.ts';

/** The kit of a label for its holder: its papers, and while it holds its badges, its code and its signs. */
export function labelKitPage(frame: Frame, view: LabelKitView): Html {
  const { t, lang } = frame;
  const { number, organisation, specimen, status, tasks, doors, notice, papers, badges, code, signs } = view;
  return layout(
    frame,
    { title: `${t('kit.named', { number })} · ${organisation.name}`, bodyClass: 'kit-page' },
    html`<p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a> · <a href="${organisation.href}">${organisation.name}</a></p>
<h1>${t('kit.title')}</h1>
<p class="number kit-number">${number}${specimen && html` ${pill({ tone: 'sun', text: t('site.specimenMark') })}`}</p>
${verdict(status)}
${labelTaskList(frame, tasks)}
${doors.length > 0 && html`<p>${doors.map(({ href, text }, i) => html`${i > 0 && ' · '}<a href="${href}">${text}</a>`)}</p>`}
${view.messages && html`<p><a href="${view.messages}">${t('correspondence.link')}</a></p>`}
${notice ? kitNotice(frame, view) : html`<p class="lead">${t('kit.lead')}</p>`}
${
  view.holds &&
  html`<section aria-labelledby="offers">
  <h2 id="offers">${t('kit.offers.title')}</h2>
  <p>${t('kit.offers.text')}</p>
  <ul>${view.offers.map(({ name, href, hasPhoto }) => html`<li><a href="${href}">${name}</a>${!hasPhoto && html` <span class="quiet small">${t('kit.offers.noPhoto')}</span>`}</li>`)}</ul>
</section>`
}
<section aria-labelledby="papers">
  <h2 id="papers">${t('kit.papers.title')}</h2>
  <ul class="cards kit-doors">
    ${papers.map((paper) => doorway(paper, pictogram(paper.pictogram, 'pictogram--small')))}
  </ul>
</section>
${
  view.wallet &&
  html`<section aria-labelledby="wallet">
  <h2 id="wallet">${t('wallet.kit.title')}</h2>
  <p>${t('wallet.kit.text')}</p>
  <p>${button({ text: t('wallet.kit.link'), href: view.wallet, kind: 'quiet' })}</p>
</section>`
}
${badges.length > 0 && kitBadgeList(frame, view)}
${code && codeToCopy(frame, code)}
${
  signs.length > 0 &&
  html`<section aria-labelledby="signs">
  <h2 id="signs">${t('kit.signs.title')}</h2>
  <p>${t('kit.signs.text')}</p>
  <ul class="cards kit-doors kit-doors--wide">
    ${signs.map(({ kind, href }) => doorway({ href, title: t(`kit.signs.${kind}.title`), text: t(`kit.signs.${kind}.text`) }, sheet(kind)))}
  </ul>
</section>`
}
${
  view.holds &&
  html`<section aria-labelledby="extension">
  <h2 id="extension">${t('scope.page.link')}</h2>
  <p>${t('scope.page.linkText')}</p>
  <p>${button({ text: t('scope.page.link'), href: `${organisation.href}/labels/${number}/extension`, kind: 'quiet' })}</p>
</section>`
}
${code && script(frame, 'copy.js')}`,
  );
}

function kitNotice({ t }: Frame, { badge, notice, successor }: LabelKitView): Html {
  return html`<section class="card kit-notice">
  ${badge && html`<figure class="kit-notice__badge"><img src="${badge.src}" alt="${badge.alt}" width="150" height="165"><figcaption class="quiet small">${t('kit.shows')}</figcaption></figure>`}
  <div class="kit-notice__text">
    <p>${notice}</p>
    ${successor && html`<p>${button({ text: t('kit.successor', { number: successor.number }), href: successor.href })}</p>`}
  </div>
</section>`;
}

function doorway({ href, title, text }: Record<'href' | 'title' | 'text', string>, picture: Content): Html {
  return html`<li><div class="offer whole">
  <span class="tile">${picture}</span>
  <div class="offer__text"><h3 class="offer__name"><a href="${href}">${title}</a></h3><p class="offer__line">${text}</p></div>
</div></li>`;
}

function codeToCopy({ t }: Frame, code: NonNullable<LabelKitView['code']>): Html {
  return html`<section aria-labelledby="codes">
  <h2 id="codes">${t('kit.code.title')}</h2>
  <p>${t('kit.code.text')}</p>
  ${(['html', 'markdown', 'mail'] as const).map((kind) => {
    const id = `code-${kind}`;
    const title = t(`kit.code.${kind}.title`);
    return html`<div class="card kit-code">
    <div class="kit-code__head">
      <h3 class="kit-code__title"><label for="${id}">${title}</label></h3>
      <p class="quiet kit-code__what" id="${id}-text">${t(`kit.code.${kind}.text`)}</p>
    </div>
    <textarea class="govuk-textarea kit-code__text" id="${id}" rows="6" readonly spellcheck="false" translate="no" aria-describedby="${id}-text">${code[kind]}</textarea>
    <p class="kit-code__copy" hidden>
      <button class="button button--quiet button--small" type="button" data-copies="${id}" data-copied="${t('kit.code.copied')}">${t('kit.code.copy')}<span class="govuk-visually-hidden">: ${title}</span></button>
      <span class="kit-code__said" role="status"></span>
    </p>
  </div>`;
  })}
</section>`;
}
