import type { SeveralView } from '../../../src/web/register/several.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { dateField, fileField, textarea } from '../../components/fields.ts';
import { lookedUp } from '../../components/lookedUp.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface SeveralPageView extends FormState {
  /** The list that was looked up, once one was. */
  readonly list?: SeveralView;
}

/** Many numbers at once, as a table to print or to save. */
export function severalPage(frame: Frame, view: SeveralPageView): Html {
  const { t, lang } = frame;
  const { values, refusal, list } = view;
  return layout(
    frame,
    {
      title: titleOf(frame, t('lookup.several.title'), view),
      description: t('lookup.several.teaser'),
      back: html`<p class="no-print"><a href="/${lang}/verify">${t('pages.verify.title')}</a></p>`,
    },
    html`${errorSummary(frame, refusal.summary)}
<h1>${t('lookup.several.title')}</h1>
${list ? answer(frame, values, list) : html`<p class="lead">${t('lookup.several.lead')}</p>`}
<form class="no-print" method="post" action="/${lang}/verify/several">
  ${textarea(frame, {
    name: 'numbers',
    label: t('lookup.several.label'),
    hint: t('lookup.several.hint'),
    value: values.numbers,
    error: refusal.faults.numbers,
    rows: 8,
    attributes: { spellcheck: 'false', autocomplete: 'off', autocapitalize: 'characters' },
  })}
  ${dateField(frame, { name: 'on', label: t('lookup.box.dayLabel'), hint: t('lookup.box.dayHint'), value: values.on, error: refusal.faults.on })}
  ${button({ text: t('pages.verify.button'), size: 'large' })}
</form>
<h2 class="no-print">${t('lookup.several.fileHeading')}</h2>
<form class="no-print" method="post" action="/${lang}/verify/several/file" enctype="multipart/form-data">
  ${fileField(frame, {
    name: 'file',
    label: t('lookup.several.file'),
    hint: t('lookup.several.fileHint'),
    error: refusal.faults.file,
    attributes: { accept: '.csv,.xlsx,.txt' },
  })}
  ${button({ text: t('lookup.several.fileButton') })}
</form>`,
  );
}

function answer(frame: Frame, { numbers, on }: FormState['values'], list: SeveralView): Html {
  const { t, lang } = frame;
  return html`<p class="lead">${list.summary}</p>
<p class="quiet">${list.day}</p>
${lookedUp(frame, list)}
<form class="row no-print" method="post" action="/${lang}/verify/several.csv">
  <input type="hidden" name="numbers" value="${numbers}">
  <input type="hidden" name="on" value="${on}">
  ${button({ text: t('lookup.several.csv') })}
  ${button({ text: t('lookup.several.xlsx'), kind: 'quiet', formaction: `/${lang}/verify/several.xlsx` })}
  <p class="quiet small">${t('lookup.several.print')}</p>
</form>
<h2 class="no-print">${t('lookup.several.again')}</h2>`;
}
