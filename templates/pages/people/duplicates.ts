import type { DuplicatesView } from '../../../src/web/people/duplicates.view.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

type View = DuplicatesView & FormState;
type Group = DuplicatesView['groups'][number];

/** Registrations that look like one organisation, and making one of two go on alone. */
export function duplicatesPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { groups, saved, refusal } = view;
  return staffLayout(
    frame,
    { name: t('duplicates.title'), refusal },
    html`<h1>${t('duplicates.title')}</h1>
${saved && html`<p class="banner" role="status">${t('duplicates.saved')}</p>`}
<p class="lead">${t('duplicates.lead', { count: groups.length })}</p>
${groups.map((group, at) => registrations(frame, view, group, at + 1))}`,
  );
}

function registrations(frame: Frame, view: View, group: Group, place: number): Html {
  const { t } = frame;
  const { rows, count, mayEnd } = group;
  return html`<section class="group card" aria-labelledby="group-${place}">
  <h2 id="group-${place}">${rows[0]?.name}</h2>
  <ul class="tasks tasks--inside">
    ${rows.map(({ number, name, line, counts }) => html`<li class="task"><span class="task__text"><strong>${number}</strong> ${name}<span class="task__line">${line}<br>${counts}</span></span></li>`)}
  </ul>
  ${count > rows.length && html`<p class="quiet">${t('duplicates.more', { count, shown: rows.length })}</p>`}
  ${mayEnd.length > 0 ? mergeForm(frame, view, group, place) : html`<p class="quiet">${t('duplicates.noneMayEnd')}</p>`}
</section>`;
}

function mergeForm(
  frame: Frame,
  { refusal, values }: View,
  { id, mayKeep, mayEnd }: Group,
  place: number,
): Html {
  const { t, lang } = frame;
  const { typed, faults } = refusal;
  const sent = typed.group === id;
  // The errors above lead to the form that was sent, by the plain name of its field.
  const field = (name: 'keep' | 'merge') =>
    sent ? { name, value: values[name], error: faults[name] } : { name, id: `${name}-${place}` };
  return html`<details class="disclosure"${sent && html` open`}>
  <summary>${t('duplicates.mergeTitle')}</summary>
  <p>${t('duplicates.mergeText')}</p>
  <form method="post" action="/${lang}/duplicates" class="below" novalidate>
    ${csrfField(frame)}<input type="hidden" name="group" value="${id}">
    ${select(frame, { ...field('keep'), label: t('duplicates.keep'), empty: t('duplicates.choose'), items: mayKeep })}
    ${select(frame, { ...field('merge'), label: t('duplicates.ends'), empty: t('duplicates.choose'), items: mayEnd })}
    ${button({ text: t('duplicates.merge'), kind: 'quiet' })}
  </form>
</details>`;
}
