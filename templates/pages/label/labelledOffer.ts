import type { LabelledOfferView } from '../../../src/web/label/labelledOffer.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { fileField, textField } from '../../components/fields.ts';
import { csrfField, hidden } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { description } from '../application/parts/description.ts';
import { photograph } from '../register/photo.ts';
import { takenDownNote } from './takeDown.ts';

type View = LabelledOfferView & FormState & { readonly maxSize: number };

/** One offer of a label for its holder: its photograph, what they change at once, and what was decided. */
export function labelledOfferPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { name, number, organisation, kit, refusal, saved } = view;
  return layout(
    frame,
    {
      title: titleOf(frame, `${name} · ${organisation.name}`, view),
      back: html`<p><a href="${kit}">${t('kit.title')}</a></p>`,
    },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
${saved && html`<p class="banner" role="status"><span>${t('labelledOffer.saved')} <a href="${view.page}">${t('labelledOffer.page')}</a></span></p>`}
<p class="overline">${number} · <a href="${organisation.href}">${organisation.name}</a></p>
<h1>${name}</h1>
<p class="lead">${t('labelledOffer.lead')}</p>
${!view.isOpen && html`<p class="banner banner--sun">${t('labelledOffer.closed')}</p>`}
${view.takenDown.length > 0 && takenDownCard(frame, view)}
${photoCard(frame, view)}
${
  view.isOpen &&
  html`<form class="card question" method="post" action="${view.href}" novalidate>
  <h2 class="question__title">${t('labelledOffer.free')}</h2>
  ${hidden(frame, view.revision)}
  ${description(frame, view.description, view)}
  ${button({ text: t('labelledOffer.button') })}
</form>`
}
<section class="card question">
  <h2 class="question__title">${t('labelledOffer.decided')}</h2>
  <p class="quiet">${t('labelledOffer.decidedText')} <a href="${kit}/changes">${t('changes.title')}</a></p>
  <p>${view.line}</p>
  ${view.sheet.map(({ term, text }) => html`<h3>${term}</h3><p class="typed">${text}</p>`)}
</section>
</div>`,
  );
}

function takenDownCard(frame: Frame, { takenDown, number, page }: View): Html {
  const { t, lang, publicUrl } = frame;
  const report = `${new URLSearchParams({ number, link: `${publicUrl}${page}` })}`;
  return html`<section class="card banner--sun">
  <h2>${t('takeDown.own.title')}</h2>
  ${takenDown.map((one) => takenDownNote(frame, one))}
  <p>${t('takeDown.own.text')}</p>
  <p class="quiet"><a href="/${lang}/report?${report}">${t('takeDown.own.object')}</a> ${t('takeDown.own.objectText')}</p>
</section>`;
}

function photoCard(frame: Frame, view: View): Content {
  const { t } = frame;
  const { photo, href } = view;
  return html`<section class="card question">
  <h2 class="question__title">${t('labelledOffer.photo')}</h2>
  ${
    photo
      ? html`<figure class="shown-photo">${photograph(photo, '(max-width: 48rem) 90vw, 40rem', false)}<figcaption class="quiet small">${photo.alt}</figcaption></figure>`
      : html`<p class="named">${pictogram(view.pictogram, 'pictogram--small')} <span>${t('labelledOffer.none')}</span></p>`
  }
  ${view.isOpen && photoForm(frame, view)}
  ${
    view.mayRemove &&
    html`<form class="after" method="post" action="${href}/photo/remove">
    ${csrfField(frame)}
    ${button({ text: t('labelledOffer.remove'), kind: 'quiet', size: 'small' })}
  </form>`
  }
</section>`;
}

function photoForm(frame: Frame, { href, photo, maxSize, values, kept, refusal: { faults } }: View): Html {
  const { t } = frame;
  return html`<form method="post" enctype="multipart/form-data" action="${href}/photo" novalidate>
    ${csrfField(frame)}
    ${fileField(frame, {
      ...{ name: 'file', label: t(photo ? 'labelledOffer.other' : 'labelledOffer.file') },
      ...{ hint: t('labelledOffer.fileHint', { max: maxSize }), error: faults.file, kept },
      attributes: { accept: 'image/jpeg,image/png,image/webp' },
    })}
    ${textField(frame, {
      ...{ name: 'alt', label: t('labelledOffer.alt'), hint: t('labelledOffer.altHint') },
      ...{ value: values.alt, error: faults.alt, autocomplete: 'off' },
    })}
    ${button({ text: t('labelledOffer.show') })}
  </form>`;
}
