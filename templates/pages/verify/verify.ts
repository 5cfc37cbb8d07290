import type { SeveralView } from '../../../src/web/register/several.view.ts';
import type { SoughtView } from '../../../src/web/verify/sought.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { dateField, fileField, textField } from '../../components/fields.ts';
import { lookedUp } from '../../components/lookedUp.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import { shield } from '../../components/shield.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** The labels that were found. */
interface Found {
  readonly list: SeveralView;
  readonly heading: string;
  /** What to look for in the register beyond them. */
  readonly text: string;
  /** Whether they were found by the site that they name. */
  readonly bySite: boolean;
}

/** The page with its one box, and the labels that a name or a site finds. */
export interface VerifyView extends SoughtView {
  readonly found?: Found;
  /** What a number begins with, as a regular expression. */
  readonly prefix: string;
  /** Whether labels are shown from wallets. */
  readonly wallets: boolean;
}

/** Where whoever was shown a number, a name or a file finds out what it is worth. */
export function verifyPage(frame: Frame, view: VerifyView): Html {
  const { t, lang, asset } = frame;
  const { faults, found, site } = view;
  const summary = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }));
  const lead = t('pages.verify.lead');
  return layout(
    frame,
    {
      title: titleOf(frame, t('pages.verify.title'), { refusal: { summary } }),
      description: lead,
      head: html`<script type="module" src="${asset('scan.js')}"></script>`,
    },
    html`${errorSummary(frame, summary)}
<div class="columns">
  <div>
    <h1>${t('pages.verify.title')}</h1>
    <p class="lead">${lead}</p>
    ${lookupForm(frame, view)}
    ${scanner(frame, view)}
    ${found && foundLabels(frame, found)}
    ${
      site &&
      html`<div class="well lookup__site" role="status">
      <p><strong>${t('lookup.site.text', { host: site.host })}</strong></p>
      <p>${t('lookup.site.none')} <a href="/${lang}/register?${new URLSearchParams({ q: site.name }).toString()}">${t('lookup.site.search', { name: site.name })}</a></p>
    </div>`
    }
    ${fileForm(frame, faults.file)}
    ${view.wallets && walletForm(frame)}
  </div>
  <aside>${beside(frame)}</aside>
</div>`,
  );
}

function lookupForm(frame: Frame, { typed, on, faults }: VerifyView): Html {
  const { t, lang } = frame;
  return html`<form class="lookup" method="get" action="/${lang}/verify">
  ${textField(frame, {
    name: 'q',
    label: t('lookup.box.label'),
    hint: t('lookup.box.hint'),
    value: typed,
    error: faults.q,
    spellcheck: false,
    autocomplete: 'off',
    attributes: { autocapitalize: 'off', maxlength: '300' },
  })}
  <details class="disclosure lookup__day"${(on || faults.on) && html` open`}>
    <summary>${t('lookup.box.day')}</summary>
    ${dateField(frame, { name: 'on', label: t('lookup.box.dayLabel'), hint: t('lookup.box.dayHint'), value: on, error: faults.on })}
  </details>
  ${button({ text: t('pages.verify.button'), size: 'large' })}
</form>`;
}

/** Shown by its script, where there is a camera. */
function scanner({ t, lang, publicUrl }: Frame, { prefix }: VerifyView): Html {
  const host = publicUrl.replace(/^https?:\/\//, '');
  return html`<div class="scan" hidden data-scan data-labels="/${lang}/labels" data-host="${host}" data-prefix="${prefix}" data-looking="${t('lookup.scan.looking')}" data-foreign="${t('lookup.scan.foreign')}" data-refused="${t('lookup.scan.refused')}">
  <button class="button button--quiet scan__start" type="button">${pictogram('scan', 'pictogram--small')}${t('lookup.scan.start')}</button>
  <div class="scan__view">
    <video muted playsinline aria-label="${t('lookup.scan.view')}"></video>
    <button class="button button--quiet" type="button">${t('lookup.scan.stop')}</button>
  </div>
  <p class="scan__says" role="status"></p>
</div>`;
}

function foundLabels(frame: Frame, { list, heading, text, bySite }: Found): Html {
  const { t, lang } = frame;
  return html`<section aria-labelledby="found" class="lookup__found">
  <h2 id="found">${heading}</h2>
  ${
    bySite &&
    html`<p>${t('lookup.site.foundNote')}</p>
  <p class="quiet">${list.day}</p>`
  }
  ${list.rows.length > 0 ? lookedUp(frame, list) : html`<p>${t('lookup.none')}</p>`}
  <p><a href="/${lang}/register?q=${encodeURIComponent(text)}">${t('lookup.site.search', { name: text })}</a></p>
</section>`;
}

function fileForm(frame: Frame, error: string | undefined): Html {
  const { t, lang } = frame;
  return html`<h2>${t('verification.page.fileHeading')}</h2>
<p>${t('verification.page.fileLead')}</p>
<form method="post" action="/${lang}/verify" enctype="multipart/form-data">
  ${fileField(frame, {
    name: 'file',
    label: t('verification.page.file'),
    hint: t('verification.page.fileHint'),
    error,
    attributes: { accept: '.pdf,.png,.svg,.jpg,.jpeg,.webp,.json,.jwt' },
  })}
  ${button({ text: t('verification.page.fileButton'), size: 'large' })}
</form>`;
}

function walletForm({ t, lang }: Frame): Html {
  return html`<h2>${t('wallet.show.heading')}</h2>
<p>${t('wallet.show.text')}</p>
<form method="post" action="/${lang}/verify/wallet">${button({ text: t('wallet.show.button'), kind: 'quiet' })}</form>`;
}

function beside({ t, lang }: Frame): Html {
  const look = (tone: 'valid' | 'paused' | 'withdrawn', shape: 'tick' | 'hatched' | 'struck') =>
    html`<li class="status-tag--${tone}">${shield(shape)}<span>${t(`pages.verify.see.${tone}`)}</span></li>`;
  return html`${panel(
    { title: t('pages.verify.seeHeading') },
    html`<ul class="legend">
    ${look('valid', 'tick')}
    ${look('paused', 'hatched')}
    ${look('withdrawn', 'struck')}
  </ul>`,
  )}
${panel(
  { title: t('lookup.several.title') },
  html`<p>${t('lookup.several.teaser')}</p>
  <p><a href="/${lang}/verify/several">${t('lookup.several.open')}</a></p>`,
)}
${panel(
  { title: t('trust.title') },
  html`<p>${t('trust.teaser')}</p>
  <p><a href="/${lang}/verify/keys">${t('trust.open')}</a></p>`,
)}
${panel(
  { title: t('guarantees.short') },
  html`<p><a href="/${lang}/guarantees">${t('guarantees.title')}</a></p>
  <p><a href="/${lang}/report">${t('report.title')}</a></p>`,
)}`;
}
