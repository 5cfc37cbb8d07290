import type { FileTiesView } from '../../../src/web/review/ties.view.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { tieForm, tieList } from './ties.ts';

type View = FileTiesView & FormState;

/** The register of conflicts towards the organisation of a file, as officers keep it. */
export function conflictsPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { saved, organisation, number, ties, choices, refusal } = view;
  const href = `/${lang}/files/${number}`;
  return staffLayout(
    frame,
    {
      name: `${t('ties.fileTitle')} · ${organisation}`,
      refusal,
      narrow: true,
      back: html`<p><a href="${href}">${number}</a></p>`,
    },
    html`${saved && html`<p class="banner" role="status">${t('ties.saved')}</p>`}
  <p class="overline">${number} · ${organisation}</p>
  <h1>${t('ties.fileTitle')}</h1>
  <p class="lead">${t('ties.fileLead')}</p>
  <h2>${t('ties.known')}</h2>
  ${tieList(frame, ties, { ...view, action: `${href}/ties/end` })}
  <h2>${t('ties.newHeading')}</h2>
  ${tieForm(frame, view, { action: `${href}/ties`, who: { name: 'person', label: t('ties.person'), choices } })}`,
  );
}
