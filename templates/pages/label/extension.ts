import type { ExtensionDesk } from '../../../src/commands/application/views/viewExtension.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { csrfField } from '../../components/hidden.ts';
import { panel } from '../../components/panel.ts';
import { reasonList } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';
import { reasonTexts } from '../../staffWords.ts';

interface ExtensionView extends ExtensionDesk {
  readonly labelHref: string;
  readonly organisationHref: string;
  /** The extension that is under way, or null. */
  readonly openHref: string | null;
}

/** What an extension of a label asks, what it takes, and the button that starts it. */
export function extensionPage(frame: Frame, view: ExtensionView & FormState): Html {
  const { t, lang, date } = frame;
  const { label, organisation, version, criteria, refusal } = view;
  const { id: number, offers, context } = label;
  const title = t('scope.page.title');
  return layout(
    frame,
    { title: `${title} · ${organisation.name}` },
    html`<p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a> · <a href="${view.organisationHref}">${organisation.name}</a> · <a href="${view.labelHref}">${number}</a></p>
${errorSummary(frame, refusal.summary)}
<div class="columns">
  <div>
    <h1>${title}</h1>
    <p class="lead">${t('scope.page.lead', { number, count: offers.length })}</p>
    <h2>${t('scope.page.what')}</h2>
    <ul>
      <li>${t('scope.page.asked', { count: criteria })}</li>
      <li>${t('scope.page.version', { version })}</li>
      <li>${t('scope.page.way')}</li>
      <li>${t('scope.page.outcome')}</li>
      <li>${t('scope.page.end', { until: date(context.until) })}</li>
    </ul>
    ${start(frame, view)}
  </div>
  <aside>${panel({ title: t('scope.page.covered') }, html`<ul>${offers.map(({ name }) => html`<li>${name}</li>`)}</ul>`)}</aside>
</div>`,
  );
}

function start(frame: Frame, { openHref, mayWrite, blockers }: ExtensionView): Html {
  const { t } = frame;
  if (openHref) return html`<p>${button({ text: t('scope.page.goOn'), href: openHref })}</p>`;
  if (blockers.length > 0)
    return html`<h2>${t('scope.page.blocked')}</h2>${reasonList(reasonTexts(frame, blockers), 'stop')}`;
  if (!mayWrite) return html`<p class="banner banner--sun">${t('scope.page.reader')}</p>`;
  return html`<form method="post" novalidate>${csrfField(frame)}${button({ text: t('scope.page.button'), size: 'large' })}</form>`;
}
