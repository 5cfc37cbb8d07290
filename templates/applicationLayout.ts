import type { FrameView } from '../src/web/views/applicationFrame.view.ts';
import { errorSummary } from './components/errorSummary.ts';
import { pictogram } from './components/pictogram.ts';
import type { FormState, Frame, WithRefusal } from './frame.ts';
import { type Content, type Html, html } from './html.ts';
import { layout, type PageParts } from './layout.ts';

/** What every page of an application shows of it. */
export interface ApplicationView extends Partial<WithRefusal>, Pick<FormState, 'saved'> {
  readonly frame: FrameView;
}

interface ApplicationParts extends Pick<PageParts, 'head'> {
  /** What the page is called, without the name of the organisation. */
  readonly name: string;
  readonly form: Content;
  readonly side?: Content;
}

/** Around every page of an application: whose it is, the way back to its list, and "saved" where something was. */
export function applicationLayout(frame: Frame, view: ApplicationView, parts: ApplicationParts): Html {
  const { t } = frame;
  const { number, about, organisation, href, stayed } = view.frame;
  const errors = view.refusal?.summary ?? [];
  const { name, head, form, side } = parts;
  return layout(
    frame,
    {
      title: `${errors.length > 0 ? `${t('site.errorColon')} ` : ''}${name} · ${organisation}`,
      head,
      band: html`<section class="dossier" aria-label="${t('applicant.mine')}">
  <div class="wide dossier__inside">
    <p class="dossier__name"><a href="${href}">${t('applicant.mine')}</a> <span class="number">${number}</span>${about && html` <span>${about}</span>`} <span class="dossier__whose">${organisation}</span></p>
    ${view.saved && html`<p class="dossier__saved" role="status">${pictogram('tick', 'pictogram--tiny')}${t('applicant.saved')}</p>`}
  </div>
</section>`,
    },
    html`${errorSummary(frame, errors)}
${stayed && html`<p class="banner banner--sun"><span><strong>${t('appeals.stay.title')}.</strong> ${stayed}</span></p>`}
<div class="columns columns--form">
  <div>${form}</div>
  <aside class="beside">${side}</aside>
</div>`,
  );
}
