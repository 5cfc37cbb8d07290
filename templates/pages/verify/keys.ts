import type { KeysView } from '../../../src/web/verify/keys.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** What a stranger checks our files by without us. */
export function keysPage(frame: Frame, view: KeysView): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    {
      title: titleOf(frame, t('trust.title')),
      description: t('trust.teaser'),
      back: html`<p class="no-print"><a href="/${lang}/verify">${t('pages.verify.title')}</a></p>`,
    },
    html`<h1>${t('trust.title')}</h1>
<p class="lead">${t('trust.lead')}</p>
${rootPart(frame, view)}
${sealPart(frame, view)}
<h2>${t('trust.keys.heading')}</h2>
<p>${t('trust.keys.text')} <a href="/.well-known/did.json">${view.did}</a></p>`,
  );
}

function rootPart({ t }: Frame, { root }: KeysView): Html {
  return html`<h2>${t('trust.root.heading')}</h2>
<p>${t('trust.root.text')}</p>
${
  root
    ? html`${definitions([
        { term: t('trust.digest'), html: html`<span class="code">${root.digest}</span>` },
        { term: t('trust.root.version'), text: root.version },
        { term: t('trust.until'), text: root.until },
        { term: t('trust.root.people'), text: root.signers },
      ])}
<p class="row no-print">${button({ text: t('trust.root.download'), href: '/api/v1/trust-root' })}${button({ text: t('trust.root.bundle'), href: '/api/v1/trust-bundle', kind: 'quiet' })}</p>
<p>${t('trust.root.how')}</p>
<p><code>made-in-ess verify FILE --bundle trust-bundle.jsonl --root trust-root.json</code></p>`
    : html`<p>${t('trust.root.none')}</p>`
}`;
}

function sealPart({ t }: Frame, { seals }: KeysView): Html {
  return html`<h2>${t('trust.seal.heading')}</h2>
<p>${t('trust.seal.text')}</p>
${
  seals.length > 0
    ? html`<p>${t('trust.seal.acrobat')}</p>
<ul class="plain stack">
  ${seals.map(
    ({ name, issuer, seals: isSeal, until, digest, address }) => html`<li class="card">
    <h3>${name}</h3>
    <p class="quiet">${t(isSeal ? 'trust.seal.ofSeal' : 'trust.seal.ofIssuer')}</p>
    ${definitions([
      { term: t('trust.seal.issuer'), text: issuer },
      { term: t('trust.until'), text: until },
      { term: t('trust.digest'), html: html`<span class="code">${digest}</span>` },
    ])}
    <p class="no-print"><a href="${address}" download>${t('trust.seal.download')}</a></p>
  </li>`,
  )}
</ul>`
    : html`<p>${t('trust.seal.none')}</p>`
}`;
}
