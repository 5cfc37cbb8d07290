import type { ScanCode } from '../../../src/commands/items/questionnaire.ts';
import type { QuestionnaireView } from '../../../src/web/application/questionnaire/questionnaires.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { script } from '../../components/passkey.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { questionnaireResult } from './parts/questionnaireResult.ts';
import { questionnairePill, questionnaireWord } from './parts/questionnaireWords.ts';

type OneView = QuestionnaireView &
  FormState & {
    readonly code: ScanCode | null;
    /** The codes to hand out on paper, each with what a telephone reads; none where the address is enough. */
    readonly slips: readonly { readonly text: string; readonly code: ScanCode }[];
  };

/** One questionnaire: the address to give while it is open; once it is closed its result, or that nothing is shown. */
export function questionnairePage(frame: Frame, view: OneView): Html {
  const { t } = frame;
  const { isOpen, isTold, closedAt, frame: file } = view;
  return applicationLayout(frame, view, {
    name: t('questionnaire.title'),
    form: html`<p class="overline"><a href="${file.href}/questionnaires">${t('questionnaire.backToAll')}</a></p>
<h1>${t('questionnaire.title')}</h1>
<p class="lead">${questionnaireWord(frame, view)} ${questionnairePill(frame, view)}</p>
${isOpen && open(frame, view)}
${!isOpen && closedAt === null && html`<p class="banner">${t('questionnaire.endedText')}</p>`}
${closedAt !== null && !isTold && html`<p class="banner">${t('questionnaire.fewText')}</p>`}
${isTold && questionnaireResult(frame, view)}
${isTold && attaching(frame, view)}
${script(frame, 'copy.js')}`,
  });
}

function open(frame: Frame, view: OneView): Html {
  const { t } = frame;
  const { link, code, mails, slips, byCode } = view;
  if (byCode) return handedOut(frame, slips);
  return html`<p class="quiet">${t('questionnaire.soFarNote')}</p>
<section class="card question" aria-labelledby="give">
  <h2 class="question__title" id="give">${t('questionnaire.give')}</h2>
  <p>${t('questionnaire.giveText')}</p>
  <div class="handing">
    ${code && scanCode(frame, code)}
    <p class="handing__link"><a href="${link}">${link}</a></p>
  </div>
</section>
<h2>${t('questionnaire.mail')}</h2>
${mails.map((one) => mail(frame, one))}`;
}

function handedOut(frame: Frame, slips: OneView['slips']): Html {
  const { t } = frame;
  return html`<p class="quiet">${t('questionnaire.soFarNote')}</p>
<section class="card question" aria-labelledby="give">
  <h2 class="question__title" id="give">${t('questionnaire.slips', { count: slips.length })}</h2>
  <p class="no-print">${t('questionnaire.slipsText')}</p>
  <ol class="slips">
    ${slips.map(({ text, code }) => html`<li class="slips__one">${scanCode(frame, code)}<span>${t('questionnaire.slip')}<br><strong class="code">${text}</strong></span></li>`)}
  </ol>
</section>`;
}

function scanCode({ t }: Frame, { size, path }: ScanCode): Html {
  const side = size + 8;
  return html`<svg class="scan-code" viewBox="-4 -4 ${side} ${side}" role="img" aria-label="${t('questionnaire.code')}"><rect x="-4" y="-4" width="${side}" height="${side}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`;
}

function mail({ t, languages, lang }: Frame, { code, text }: OneView['mails'][number]): Html {
  const id = `mail-${code}`;
  const name = languages.find((one) => one.code === code)?.name ?? code;
  return html`<details class="disclosure"${code === lang && html` open`}>
  <summary lang="${code}">${name}</summary>
  <label class="govuk-visually-hidden" for="${id}">${t('questionnaire.mail')}: ${name}</label>
  <textarea class="govuk-textarea" id="${id}" rows="12" readonly lang="${code}">${text}</textarea>
  <p hidden>
    <button class="button button--quiet button--small" type="button" data-copies="${id}" data-copied="${t('questionnaire.copied')}">${t('questionnaire.copy')}<span class="govuk-visually-hidden">: ${name}</span></button>
    <span role="status"></span>
  </p>
</details>`;
}

function attaching(frame: Frame, { href, places, document, frame: { editable } }: OneView): Html {
  const { t } = frame;
  return html`<section class="card question" aria-labelledby="attach">
  <h2 class="question__title" id="attach">${t('questionnaire.attach')}</h2>
  ${document ? html`<p><a href="${document}">${t('questionnaire.attached')}</a></p>` : html`<p>${t('questionnaire.attachText')}</p>`}
  <ul>${places.map((place) => html`<li><a href="${place.href}">${place.text}</a></li>`)}</ul>
  ${
    editable &&
    !document &&
    places.length > 0 &&
    html`<form method="post" action="${href}/attach">
    ${csrfField(frame)}
    ${button({ text: t('questionnaire.attachButton'), kind: 'sun' })}
  </form>`
  }
</section>`;
}
