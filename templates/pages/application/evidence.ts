import type { EvidenceDocument } from '../../../src/commands/file/documentsOf.ts';
import type { EvidencesView } from '../../../src/web/application/evidence/evidence.view.ts';
import type { PlaceView } from '../../../src/web/application/evidence/evidencePlaces.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { documentLine, documentPills } from './parts/documentWords.ts';
import { closedLibrary, newFile } from './parts/newFile.ts';

interface ShownEvidences extends EvidencesView {
  /** The session was over when a file came. */
  readonly again: boolean;
}

type EvidencePageView = ShownEvidences & FormState;

/** The evidence library of an application, as a whole or opened for one criterion. */
export function evidencePage(frame: Frame, view: EvidencePageView): Html {
  const { t } = frame;
  const { place, again } = view;
  const takes = view.frame.editable;
  return applicationLayout(frame, view, {
    name: place ? place.text : t('evidence.title'),
    form: html`${place ? headOf(frame, place) : html`<h1>${t('evidence.title')}</h1><p class="lead">${t('evidence.lead')}</p>`}
${closedLibrary(frame, view)}
${again && html`<p class="banner banner--sun">${t('evidence.sessionOver')}</p>`}
${takes && addFile(frame, view)}
${place ? takes && joinKnown(frame, view, place) : library(frame, view)}`,
  });
}

function headOf({ t }: Frame, { href, text }: PlaceView): Html {
  return html`<p class="overline"><a href="${href}">${t('evidence.back')}</a></p>
<h1>${t('evidence.forTitle')}</h1>
<p class="lead">${text}</p>`;
}

function addFile(frame: Frame, view: EvidencePageView): Html {
  const { t } = frame;
  const { place } = view;
  const form = {
    title: place ? t('evidence.addFor') : t('evidence.add'),
    action: `${view.frame.href}/evidence${place ? `?for=${place.key}` : ''}`,
    button: t('evidence.button'),
  };
  return newFile(frame, form, view);
}

/** Documents of the library that the criterion can be proven with as well. */
function joinKnown(frame: Frame, view: EvidencePageView, place: PlaceView): Content {
  const { t } = frame;
  const { offered, values, refusal } = view;
  const error = refusal.faults.join;
  return (
    offered.length > 0 &&
    html`<form class="card question" method="post" action="${view.frame.href}/joins" novalidate>
  <h2 class="question__title">${t('evidence.joinKnown')}</h2>
  ${csrfField(frame)}
  <input type="hidden" name="place" value="${place.key}">
  <fieldset class="whole-form">
    <legend class="govuk-visually-hidden">${t('evidence.joinKnown')}</legend>
    ${error && html`<p class="govuk-error-message" id="join"><span class="govuk-visually-hidden">${t('site.errorColon')}</span> ${error}</p>`}
    ${offered.map((document) => joinBox(frame, document, values[`join.${document.id}`] === 'yes'))}
  </fieldset>
  ${button({ text: t('evidence.joinButton') })}
</form>`
  );
}

function joinBox(frame: Frame, document: EvidenceDocument, checked: boolean): Html {
  return html`<label class="joins__one"><input class="tick" type="checkbox" name="join.${document.id}" value="yes"${checked && html` checked`}><span>${document.latest.name}${documentPills(frame, document).map((one) => html` ${one}`)} <span class="task__line">${documentLine(frame, document)}</span></span></label>`;
}

function library(frame: Frame, { documents, frame: { href } }: EvidencePageView): Html {
  const { t } = frame;
  const notScanned = documents.some(({ document }) => document.latest.scan === 'notScanned');
  return html`<h2>${t('evidence.count', { count: documents.length })}</h2>
${notScanned && html`<p class="banner banner--sun">${t('evidence.notScanned')}</p>`}
${
  documents.length > 0
    ? html`<ul class="tasks">${documents.map((one) => documentItem(frame, href, one))}</ul>`
    : html`<p>${t('evidence.none')}</p>`
}`;
}

function documentItem(
  frame: Frame,
  href: string,
  { document, places }: EvidencesView['documents'][number],
): Html {
  const { t, lang } = frame;
  const { id, name, scan } = document.latest;
  const pills = documentPills(frame, document);
  return html`<li class="task">
  <span class="tile">${pictogram('document', 'pictogram--small')}</span>
  <span class="task__text">
    <a href="${href}/evidence/${document.id}">${name}</a>
    <span class="task__line">${documentLine(frame, document)} · ${t(`evidence.scan.${scan}`)}</span>
    <span class="task__line"><a class="inline" href="/${lang}/evidence/${id}" download>${t('evidence.download')}<span class="govuk-visually-hidden">: ${name}</span></a></span>
    <span class="task__line">${places.length > 0 ? proves(frame, places) : t('evidence.provesNothing')}</span>
  </span>
  ${pills.length > 0 && html`<span class="task__state">${pills.map((one) => html`${one} `)}</span>`}
</li>`;
}

function proves({ t }: Frame, places: readonly PlaceView[]): Html {
  return html`${t('evidence.proves')} ${places.map(({ href, text, key }, at) => html`${at > 0 && ', '}<a class="inline" href="${href}" aria-label="${text}">${key.split('.').at(-1)}</a>`)}`;
}
