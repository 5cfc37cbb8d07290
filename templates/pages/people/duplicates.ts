import type { Duplicate, DuplicateGroup } from '../../../src/commands/people/views/listDuplicates.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

type View = FormState & { readonly groups: readonly DuplicateGroup[] };

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

function registrations(frame: Frame, view: View, group: DuplicateGroup, place: number): Html {
  const { t } = frame;
  const { registrations: all, count } = group;
  return html`<section class="group card" aria-labelledby="group-${place}">
  <h2 id="group-${place}">${all[0]?.organisation.name}</h2>
  <ul class="tasks tasks--inside">
    ${all.map((one, at) => registration(frame, one, at + 1))}
  </ul>
  ${count > all.length && html`<p class="quiet">${t('duplicates.more', { count, shown: all.length })}</p>`}
  ${all.some(mayEnd) ? mergeForm(frame, view, group, place) : html`<p class="quiet">${t('duplicates.noneMayEnd')}</p>`}
</section>`;
}

/** The place of a registration in its group is told by its number: their names are the same. */
function registration({ t }: Frame, { organisation, people, files, labels }: Duplicate, n: number): Html {
  const { name, identifier, legalForm, street, postcode, commune } = organisation;
  return html`<li class="task"><span class="task__text"><strong>${t('duplicates.number', { n })}</strong> ${name}<span class="task__line">${t(`legalForms.${legalForm}`)}${identifier && ` · ${identifier}`} · ${street}, ${postcode} ${commune}<br>${t('duplicates.counts', { people, files, labels })}</span></span></li>`;
}

function mayEnd({ files, labels }: Duplicate): boolean {
  return files === 0 && labels === 0;
}

function mergeForm(
  frame: Frame,
  { refusal, values }: View,
  { registrations: all }: DuplicateGroup,
  place: number,
): Html {
  const { t, lang } = frame;
  const id = all[0]?.organisation.id ?? '';
  const choices = all.map((one, at) => ({ one, n: at + 1 }));
  const items = (some: typeof choices) =>
    some.map(({ one: { organisation: its }, n }) => ({
      value: `${its.id}:${its.revision}`,
      text: `${t('duplicates.number', { n })} ${its.name}`,
    }));
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
    ${select(frame, { ...field('keep'), label: t('duplicates.keep'), empty: t('duplicates.choose'), items: items(choices) })}
    ${select(frame, { ...field('merge'), label: t('duplicates.ends'), empty: t('duplicates.choose'), items: items(choices.filter(({ one }) => mayEnd(one))) })}
    ${button({ text: t('duplicates.merge'), kind: 'quiet' })}
  </form>
</details>`;
}
