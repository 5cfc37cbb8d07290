import type { DocumentView } from '../../../src/web/application/evidence/evidence.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { fileLink, madeFromText, periodText, sizeAndDay } from '../../components/evidence.ts';
import { dateField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { documentPills } from './parts/documentWords.ts';
import { closedLibrary, newFile } from './parts/newFile.ts';

interface ShownDocument extends DocumentView {
  /** The session was over when a file came. */
  readonly again: boolean;
  /** Another form than that of the file was refused. */
  readonly elsewhere: boolean;
  /** It was that of the period. */
  readonly describing: boolean;
}

type DocumentPageView = ShownDocument & FormState;

/** One document of the evidence library: what it proves, its revisions, and what can be done with it. */
export function documentPage(frame: Frame, view: DocumentPageView): Html {
  const { t } = frame;
  const { again, document } = view;
  const { latest, withdrawn } = document;
  const { editable, href } = view.frame;
  const { name } = latest;
  return applicationLayout(frame, view, {
    name,
    form: html`<p class="overline"><a href="${href}/evidence">${t('evidence.title')}</a></p>
<h1 class="file-name">${name}</h1>
<p class="lead">${periodText(frame, latest)}${documentPills(frame, document).map((one) => html` ${one}`)}</p>
${latest.madeFrom && html`<p>${madeFromText(frame, latest.madeFrom)}</p>`}
${closedLibrary(frame, view)}
${again && html`<p class="banner banner--sun">${t('evidence.sessionOver')}</p>`}
${withdrawn && html`<p class="banner banner--sun">${t('evidence.withdrawnText')}</p>`}
${proven(frame, view)}
${editable && !withdrawn && [revise(frame, view), describe(frame, view)]}
${revisions(frame, view)}
${editable && offering(frame, view)}`,
  });
}

function addressOf({ frame: { href }, document: { id } }: DocumentView): string {
  return `${href}/evidence/${id}`;
}

/** The criteria that it is joined to. */
function proven(frame: Frame, view: DocumentPageView): Html {
  const { t } = frame;
  const { places } = view;
  const part = (
    place: DocumentView['places'][number],
  ) => html`<form method="post" action="${addressOf(view)}/part">
      ${csrfField(frame)}<input type="hidden" name="place" value="${place.key}">
      <button class="button button--quiet button--small" type="submit">${t('evidence.detach')}<span class="govuk-visually-hidden">: ${place.text}</span></button>
    </form>`;
  return html`<section class="card question" aria-labelledby="places">
  <h2 class="question__title" id="places">${t('evidence.placesTitle')}</h2>
  ${
    places.length > 0
      ? html`<ul class="joined">
    ${places.map(
      (place) => html`<li class="joined__file">
    <p class="joined__text"><a href="${place.href}">${place.text}</a></p>
    ${view.frame.editable && part(place)}
  </li>`,
    )}
  </ul>`
      : html`<p>${t('evidence.provesNothing')}</p>`
  }
</section>`;
}

function revise(frame: Frame, view: DocumentPageView): Html {
  const { t } = frame;
  const form = {
    title: t('evidence.reviseTitle'),
    action: addressOf(view),
    button: t('evidence.reviseButton'),
    // The one that the page shows.
    revision: view.document.latest.revision,
    quiet: view.elsewhere,
  };
  return newFile(frame, form, view);
}

function describe(frame: Frame, view: DocumentPageView): Html {
  const { t } = frame;
  const { values, refusal, describing } = view;
  const day = (name: 'from' | 'until') =>
    dateField(frame, {
      name,
      id: describing ? name : `period-${name}`,
      label: t(`evidence.${name}`),
      value: values[name],
      error: describing ? refusal.faults[name] : undefined,
    });
  return html`<details class="card question question--folded"${describing && html` open`}>
  <summary class="question__title">${t('evidence.describeTitle')}</summary>
  <form method="post" action="${addressOf(view)}/period" novalidate>
    ${csrfField(frame)}
    <div class="period__days">
      ${day('from')}
      ${day('until')}
    </div>
    ${button({ text: t('site.save'), kind: 'quiet' })}
  </form>
</details>`;
}

/** The newest one first. */
function revisions(frame: Frame, { document: { latest, earlier } }: DocumentPageView): Html {
  const { t } = frame;
  return html`<section class="card question" aria-labelledby="revisions">
  <h2 class="question__title" id="revisions">${t('evidence.revisionsTitle')}</h2>
  <ol class="revisions">
    ${[latest, ...earlier].map(
      (file, i) => html`<li class="revisions__one">
      <p><strong>${t(i === 0 ? 'evidence.revisionNow' : 'evidence.revision', { n: file.revision })}</strong> · ${fileLink(frame, file)}<span class="task__line">${sizeAndDay(frame, file)} · ${periodText(frame, file)}</span><span class="task__line">${t(`evidence.scan.${file.scan}`)}</span></p>
      <p class="small"><abbr title="${t('evidence.digestTitle')}">SHA-256</abbr> <code class="digest">${file.digest}</code></p>
    </li>`,
    )}
  </ol>
</section>`;
}

/** It is withdrawn, or offered again; of one that proves something, a tick confirms that it is meant. */
function offering(frame: Frame, view: DocumentPageView): Content {
  const { t } = frame;
  const { document, places, values, refusal } = view;
  const form = (
    verb: 'offer' | 'withdraw',
    text: string,
    fields?: Content,
  ) => html`<form class="after" method="post" action="${addressOf(view)}/${verb}">
  ${csrfField(frame)}
  ${fields}
  ${button({ text, kind: 'quiet' })}
</form>`;
  if (document.withdrawn) return form('offer', t('evidence.offerAgain'));
  return form('withdraw', t('evidence.withdraw'), [
    html`<p class="quiet small">${t('evidence.withdrawHint')}</p>`,
    places.length > 0 &&
      checkbox(frame, {
        name: 'withdrawal',
        label: t('evidence.sure'),
        value: values.withdrawal === 'yes',
        error: refusal.faults.withdrawal,
      }),
  ]);
}
