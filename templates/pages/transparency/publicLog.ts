import type { PublicLogView } from '../../../src/web/transparency/publicLog.view.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { logPicture } from './logPicture.ts';

/** The public log, told to someone who writes about it: what it is, how it stands, how to check it, and what it does not show. */
export function publicLogPage(frame: Frame, view: PublicLogView): Html {
  const { t, lang } = frame;
  const lead = t('publicLog.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('publicLog.title')), description: lead },
    html`<div class="narrow">
<h1>${t('publicLog.title')}</h1>
<p class="lead">${lead}</p>
<h2>${t('publicLog.what.heading')}</h2>
<p>${t('publicLog.what.entry')}</p>
<p>${t('publicLog.what.hash')}</p>
${logPicture(view.witnesses.length)}
<p>${t('publicLog.drawing')}</p>
<p>${t(view.witnesses.length > 0 ? 'publicLog.what.witnesses' : 'publicLog.what.alone')}</p>
<h2>${t('publicLog.now.heading')}</h2>
${standing(frame, view)}
<h2>${t('publicLog.audit.heading')}</h2>
<ol>${(['read', 'compare', 'keep'] as const).map((step) => html`<li>${t(`publicLog.audit.${step}`)}</li>`)}</ol>
<div class="scroll" tabindex="0" role="group" aria-label="${t('publicLog.audit.command')}"><pre><code>${view.command}</code></pre></div>
<p>${t('publicLog.audit.formats')}</p>
<ul>
  <li><a href="/log/checkpoint">${t('publicLog.audit.head')}</a></li>
  <li><a href="/log/keys.json">${t('publicLog.audit.keys')}</a></li>
</ul>
<h2>${t('publicLog.limits.heading')}</h2>
<ul>${(['right', 'erased', 'older'] as const).map((limit) => html`<li>${t(`publicLog.limits.${limit}`)}</li>`)}</ul>
<p class="no-print"><a href="/${lang}/verify">${t('nav.verify')}</a> · <a href="/${lang}/guarantees">${t('guarantees.short')}</a></p>
</div>`,
  );
}

function standing({ t, number }: Frame, { head, witnesses, quorum }: PublicLogView): Html {
  if (!head) return html`<p class="quiet">${t('publicLog.now.none')}</p>`;
  return definitions([
    { term: t('publicLog.now.size'), text: number(head.size) },
    { term: t('publicLog.now.root'), html: html`<code>${head.root}</code>` },
    { term: t('publicLog.now.key'), html: html`<code>${head.vkey}</code>` },
    {
      term: t('publicLog.now.witnesses'),
      html:
        witnesses.length > 0
          ? html`<ul>${witnesses.map(({ name, vkey }) => html`<li>${name}<br><code>${vkey}</code></li>`)}</ul>`
          : html`${t('publicLog.now.alone')}`,
      note: witnesses.length > 0 ? t('publicLog.now.quorum', { quorum, count: witnesses.length }) : null,
    },
  ]);
}
