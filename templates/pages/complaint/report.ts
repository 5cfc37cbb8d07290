import type { ComplaintKind, complaintPlaces, Reported } from '../../../src/commands/items/complaint.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { fileField, textarea, textField } from '../../components/fields.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface ReportView extends FormState {
  /** What of ours it is about; null where no address of ours says so. */
  readonly about: Reported | null;
  /** What someone may complain of. */
  readonly kinds: readonly ComplaintKind[];
  /** Where someone may have seen the label. */
  readonly places: typeof complaintPlaces;
}

/** Where anyone reports a misuse of the label. */
export function reportPage(frame: Frame, view: ReportView): Html {
  const { t } = frame;
  const { summary } = view.refusal;
  const lead = t('report.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('report.title'), view), description: lead },
    html`${errorSummary(frame, summary)}
<div class="columns">
  <div>
    <h1>${t('report.title')}</h1>
    <p class="lead">${lead}</p>
    <p>${t('report.follow.door')} <a href="/${frame.lang}/report/follow">${t('report.follow.link')}</a></p>
    ${view.about && html`<p class="banner">${t(`report.about.${view.about}`)}</p>`}
    ${summary.length > 0 && html`<p class="banner banner--sun">${t('report.again')}</p>`}
    ${form(frame, view)}
  </div>
  <aside>${beside(frame)}</aside>
</div>`,
  );
}

function form(frame: Frame, { values, refusal: { faults }, kinds, places }: ReportView): Html {
  const { t, lang } = frame;
  const field = (name: 'kind' | 'place' | 'text' | 'number' | 'link' | 'email' | 'topic' | 'file') => ({
    name,
    label: t(`report.${name}`),
    value: values[name],
    error: faults[name],
  });
  return html`<form method="post" action="/${lang}/report" enctype="multipart/form-data" novalidate>
  <input type="hidden" name="once" value="${values.once}">
  <input type="hidden" name="secret" value="${values.secret}">
  ${radios(frame, { ...field('kind'), items: kinds.map((value) => ({ value, text: t(`complaints.kinds.${value}.name`), hint: t(`complaints.kinds.${value}.hint`) })) })}
  ${kinds.includes('misuse') && radios(frame, { ...field('place'), hint: t('report.placeHint'), items: places.map((value) => ({ value, text: t(`report.places.${value}`) })) })}
  ${textarea(frame, { ...field('text'), hint: t('report.textHint'), rows: 6 })}
  ${textField(frame, { ...field('number'), hint: t('report.numberHint'), classes: 'number-input', spellcheck: false, autocomplete: 'off' })}
  ${textField(frame, { ...field('link'), hint: t('report.linkHint'), spellcheck: false, autocomplete: 'off', inputmode: 'url' })}
  ${textField(frame, { ...field('email'), hint: t('report.emailHint'), type: 'email', autocomplete: 'email', spellcheck: false })}
  <div${!faults.topic && html` class="report__trap" aria-hidden="true"`}>
    ${textField(frame, { ...field('topic'), autocomplete: 'off', attributes: { tabindex: faults.topic ? undefined : '-1' } })}
  </div>
  ${fileField(frame, { ...field('file'), hint: t('report.fileHint'), attributes: { accept: '.jpg,.jpeg,.png,.webp,.pdf' } })}
  ${button({ text: t('report.button'), size: 'large' })}
</form>`;
}

function beside({ t, lang }: Frame): Html {
  const step = (name: 'read' | 'check' | 'act', drawing: string) =>
    html`<li>${pictogram(drawing, 'pictogram--small')}<span>${t(`report.next.${name}`)}</span></li>`;
  return html`${panel(
    { title: t('report.nextHeading') },
    html`<ul class="legend">
    ${step('read', 'letter')}
    ${step('check', 'magnifier')}
    ${step('act', 'shield')}
  </ul>`,
  )}
${panel(
  { title: t('report.keptHeading') },
  html`<p>${t('report.kept')}</p>
  <p><a href="/${lang}/privacy">${t('nav.privacy')}</a></p>
  <p><a href="/${lang}/report/figures">${t('report.figures')}</a></p>`,
)}`;
}
