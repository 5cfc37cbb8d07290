import type { FrameView } from '../../../src/web/views/applicationFrame.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

interface WithdrawView {
  readonly frame: FrameView;
  /** Of what the page shows of the file. */
  readonly versionToken: string;
  readonly mine: boolean;
}

/** Withdrawing an application: what remains is shown first. */
export function withdrawPage(frame: Frame, view: WithdrawView & FormState): Html {
  const { t } = frame;
  return applicationLayout(frame, view, {
    name: t('information.withdraw.title'),
    form: html`<h1 class="theme-title">${t('information.withdraw.title')}</h1>
<p class="lead">${t('information.withdraw.lead')}</p>
<h2>${t('information.withdraw.remains')}</h2>
<ul>
  ${(['final', 'copy', 'again'] as const).map((what) => html`<li>${t(`information.withdraw.what.${what}`)}</li>`)}
</ul>
${view.mine ? confirmation(frame, view) : html`<p class="banner banner--sun">${t('reasons.byOwner')}</p>`}
<p><a href="${view.frame.href}">${t('information.withdraw.back')}</a></p>`,
  });
}

function confirmation(frame: Frame, view: WithdrawView & FormState): Html {
  const { t } = frame;
  const { organisation, href } = view.frame;
  return html`<form class="card" method="post" action="${href}/withdraw" novalidate>
  ${csrfField(frame)}
  <input type="hidden" name="versionToken" value="${view.versionToken}">
  ${checkbox(frame, {
    name: 'confirmed',
    label: t('information.withdraw.confirmed', { organisation }),
    value: view.values.confirmed === 'yes',
    error: view.refusal.faults.confirmed,
  })}
  ${button({ text: t('information.withdraw.button'), kind: 'danger' })}
</form>`;
}
