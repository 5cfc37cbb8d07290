import type { Conflicts } from '../../../src/commands/review/views/listTies.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { type DeclarableKinds, tieForm, tieList } from './ties.ts';

type View = Conflicts & DeclarableKinds & FormState;

/** The register of conflicts towards the organisation of a file, as officers keep it. */
export function conflictsPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const {
    saved,
    organisation: { name },
    application: { id: number },
    refusal,
  } = view;
  const choices = view.people.map((person) => ({ value: person.id, text: personName(person) }));
  const ties = view.ties.map((line) => ({ ...line, who: personName(line.person) }));
  const href = `/${lang}/files/${number}`;
  return staffLayout(
    frame,
    {
      name: `${t('ties.fileTitle')} · ${name}`,
      refusal,
      narrow: true,
      back: html`<p><a href="${href}">${number}</a></p>`,
    },
    html`${saved && html`<p class="banner" role="status">${t('ties.saved')}</p>`}
  <p class="overline">${number} · ${name}</p>
  <h1>${t('ties.fileTitle')}</h1>
  <p class="lead">${t('ties.fileLead')}</p>
  <h2>${t('ties.known')}</h2>
  ${tieList(frame, ties, { ...view, action: `${href}/ties/end` })}
  <h2>${t('ties.newHeading')}</h2>
  ${tieForm(frame, view, { action: `${href}/ties`, who: { name: 'person', label: t('ties.person'), choices } })}`,
  );
}
