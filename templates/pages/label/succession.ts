import type { SuccessionDesk } from '../../../src/commands/label/changes/viewSuccession.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { csrfField } from '../../components/hidden.ts';
import { panel } from '../../components/panel.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface SuccessionView extends SuccessionDesk {
  readonly organisationHref: string;
  readonly labelHref: string;
  /** The application that was begun, or null. */
  readonly begunHref: string | null;
}

/** The application that a change asks for: what it takes over, how it goes, and the button that begins it. */
export function successionPage(frame: Frame, view: SuccessionView & FormState): Html {
  const { t, lang, date } = frame;
  const { label, holder, organisation, change, isSuccessor, refusal } = view;
  const { id: number, offers } = label;
  const title = isSuccessor ? t('succession.takeOver', { number }) : t('succession.title');
  const names = { number, holder: holder.name, organisation: organisation.name };
  return layout(
    frame,
    { title: titleOf(frame, `${title} · ${organisation.name}`, { refusal }) },
    html`<p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a> · <a href="${view.organisationHref}">${organisation.name}</a> · <a href="${view.labelHref}">${number}</a></p>
${errorSummary(frame, refusal.summary)}
<div class="columns">
  <div>
    <h1>${title}</h1>
    <p class="lead">${t(isSuccessor ? 'succession.lead.successor' : 'succession.lead.holder', names)}</p>
    ${standing(frame, view)}
    <h2>${t('succession.what')}</h2>
    <ul>
      <li>${t('succession.version', { version: view.version })}</li>
      <li>${view.isHandedOver ? t('succession.carried') : t('succession.offersOnly', names)}</li>
      <li>${t('succession.way')}</li>
      <li>${t('succession.granted')}</li>
      <li>${t('succession.refused', names)}</li>
    </ul>
    ${start(frame, view)}
  </div>
  <aside>
    ${panel({ title: t('succession.covered') }, html`<ul>${offers.map(({ name }) => html`<li>${name}</li>`)}</ul>`)}
    ${change.words.length > 0 && panel({ title: t('succession.reasons') }, html`${change.words.map(({ text, at }) => html`<p class="overline">${date(at)}</p><p class="reason">${text}</p>`)}`)}
  </aside>
</div>`,
  );
}

function standing({ t, date }: Frame, { change: { state, dueAt } }: SuccessionView): Html {
  if (state === 'overdue') return html`<p class="banner banner--sun">${t('succession.late')}</p>`;
  if (dueAt) return html`<p><strong>${t('succession.due', { due: date(dueAt) })}</strong></p>`;
  if (state === 'notified' || state === 'followUp') return html``;
  return html`<p class="banner">${t(`succession.stands.${state}`)}</p>`;
}

function start(frame: Frame, { begunHref, mayWrite, mayBegin, isSuccessor }: SuccessionView): Html {
  const { t } = frame;
  if (mayBegin && !mayWrite) return html`<p class="banner banner--sun">${t('scope.page.reader')}</p>`;
  if (mayBegin)
    return html`<form method="post" novalidate>${csrfField(frame)}${button({ text: t(isSuccessor ? 'succession.accept' : 'succession.button'), size: 'large' })}</form>`;
  if (begunHref) return html`<p>${button({ text: t('succession.goOn'), href: begunHref })}</p>`;
  return html``;
}
