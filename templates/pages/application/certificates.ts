import type {
  CertificatesView,
  CertificateView,
} from '../../../src/web/application/evidence/certificates.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { dateField, fileField, textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { closedLibrary } from './parts/newFile.ts';

type Item = CertificatesView['held'][number];
type Place = CertificateView['places'][number];
type OneView = CertificateView & FormState & { readonly again: boolean };

/** The certificates that are known, those first that the organisation holds. */
export function certificatesPage(frame: Frame, view: CertificatesView & { readonly saved: boolean }): Html {
  const { t } = frame;
  const { held, others } = view;
  return applicationLayout(frame, view, {
    name: t('certificates.title'),
    form: html`<h1>${t('certificates.title')}</h1>
<p class="lead">${t('certificates.lead')}</p>
${closedLibrary(frame, view)}
${held.length > 0 && html`<h2>${t('certificates.held')}</h2>${list(frame, held)}`}
<h2>${t('certificates.others')}</h2>
${list(frame, others)}
<p class="quiet">${t('certificates.notListed')} <a href="${view.frame.href}/evidence">${t('evidence.title')}</a></p>`,
  });
}

function list(frame: Frame, items: readonly Item[]): Html {
  const { t, date } = frame;
  return html`<ul class="tasks">${items.map(
    ({ name, by, href, criteria, held }) => html`<li class="task">
  <span class="tile">${pictogram('document', 'pictogram--small')}</span>
  <span class="task__text"><a href="${href}">${name}</a>
    <span class="task__line">${by}</span>
    <span class="task__line">${criteria.join(' · ')}</span></span>
  ${
    held &&
    html`<span class="task__state">${pill(
      held.isOver
        ? { tone: 'coral', text: t('certificates.isOver', { until: date(held.until) }) }
        : { tone: 'leaf', text: t('certificates.validUntil', { until: date(held.until) }) },
    )}</span>`
  }
</li>`,
  )}</ul>`;
}

/** One certificate: what it fills in, the form that says that it is held, and what became of the answers. */
export function certificatePage(frame: Frame, view: OneView): Html {
  const { t, date } = frame;
  const { name, by, held, isStale, again } = view;
  const takes = view.frame.editable;
  return applicationLayout(frame, view, {
    name,
    form: html`<p class="overline"><a href="${view.frame.href}/certificates">${t('certificates.title')}</a></p>
<h1>${name}</h1>
<p class="lead">${by}</p>
${closedLibrary(frame, view)}
${again && html`<p class="banner banner--sun">${t('evidence.sessionOver')}</p>`}
${isStale && html`<p class="banner banner--sun">${t('certificates.stale')}</p>`}
${held?.isOver && html`<p class="banner banner--sun">${t('certificates.overHere', { until: date(held.until) })}</p>`}
<section class="card question" aria-labelledby="fills">
  <h2 class="question__title" id="fills">${t(held ? 'certificates.filledIn' : 'certificates.fills')}</h2>
  <ul class="tasks tasks--inside">${view.places.map((place) => placeLine(frame, place))}</ul>
  <p class="quiet small">${t('certificates.keeps')}</p>
</section>
${takes && form(frame, view)}
${takes && held && drop(frame, view)}`,
  });
}

function placeLine({ t }: Frame, { href, text, level, anchor, remains, filling }: Place): Html {
  return html`<li class="task"><span class="task__text"><a href="${href}">${text}</a>
    <span class="task__line">${level === null ? t('certificates.readAlone') : t('certificates.upTo', { level, text: anchor })}</span>
    <span class="task__line">${t('certificates.remains')} ${remains}</span></span>
  ${filling && html`<span class="task__state">${pill({ tone: filling === 'kept' ? '' : 'leaf', text: t(`certificates.filling.${filling}`) })}</span>`}</li>`;
}

function form(frame: Frame, view: OneView): Html {
  const { t } = frame;
  const { values, refusal, documents, held, maxSize } = view;
  const { faults } = refusal;
  const field = (name: 'number' | 'link') => ({
    name,
    label: t(`certificates.${name}`),
    hint: t(`certificates.${name}Hint`),
    value: values[name],
    error: faults[name],
    autocomplete: 'off',
  });
  return html`<form class="card question" method="post" enctype="multipart/form-data" action="${view.href}" novalidate>
  <h2 class="question__title">${t(held ? 'certificates.change' : 'certificates.say', { name: view.name })}</h2>
  ${csrfField(frame)}
  ${textField(frame, { ...field('number'), classes: 'govuk-input--width-20' })}
  ${dateField(frame, { name: 'until', label: t('certificates.until'), hint: t('certificates.untilHint'), value: values.until, error: faults.until })}
  ${textField(frame, { ...field('link'), inputmode: 'url' })}
  ${fileField(frame, { name: 'file', label: t('certificates.file'), hint: t('evidence.hint', { max: maxSize }), error: faults.file, kept: view.kept })}
  ${documents.length > 0 && select(frame, { name: 'document', label: t('certificates.document'), items: documents, empty: t('certificates.noDocument'), value: values.document ?? '', error: faults.document })}
  ${button({ text: t('certificates.button') })}
</form>`;
}

function drop(frame: Frame, { href, name }: OneView): Html {
  const { t } = frame;
  return html`<form class="card question" method="post" action="${href}/drop">
  <h2 class="question__title">${t('certificates.dropTitle')}</h2>
  <p>${t('certificates.dropText')}</p>
  ${csrfField(frame)}
  ${button({ text: t('certificates.drop', { name }), kind: 'quiet' })}
</form>`;
}
