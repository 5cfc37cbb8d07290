import { button } from '../../components/button.ts';
import { shield } from '../../components/shield.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';

interface LabelUnknownView {
  /** A number without its last character, one whose last character does not fit, or one that was never given. */
  readonly reason: 'unfinished' | 'mistyped' | 'unknown';
  readonly typed: string;
  /** The numbers that may have been meant. */
  readonly nearest: readonly string[];
}

/** Why there is no label of a number, and what may have been meant. */
export function labelUnknownPage(frame: Frame, { reason, typed, nearest }: LabelUnknownView): Html {
  const { t, lang } = frame;
  const title = t(`pages.labelUnknown.${reason}Title`);
  const isSlip = reason !== 'unknown';
  return layout(
    frame,
    { title, head: html`<meta name="robots" content="noindex">` },
    html`<div class="narrow">
  <div class="verdict verdict--${isSlip ? 'over' : 'withdrawn'}">
    ${shield(isSlip ? 'dash' : 'struck', 'verdict__shape')}
    <div class="verdict__text">
      <h1 class="verdict__word">${title}</h1>
      <p class="verdict__sentence">${t(`pages.labelUnknown.${reason}Text`)}</p>
    </div>
  </div>
  ${typed && html`<p>${t('pages.labelUnknown.typed')} <strong class="number">${typed}</strong></p>`}
  ${
    isSlip &&
    (nearest.length > 0
      ? html`<p>${reason === 'unfinished' ? t('pages.labelUnknown.only') : t('pages.labelUnknown.nearest', { count: nearest.length })}</p>
  <ul>
    ${nearest.map((number) => html`<li><a class="number" href="/${lang}/labels/${number}">${number}</a></li>`)}
  </ul>`
      : html`<p>${t('pages.labelUnknown.noNearest')}</p>`)
  }
  <p class="row">${button({ text: t('pages.labelUnknown.again'), href: `/${lang}/verify` })} ${button({ text: t('pages.error.search'), href: `/${lang}/register`, kind: 'quiet' })} ${button({ text: t('report.title'), href: `/${lang}/report?number=${encodeURIComponent(typed)}`, kind: 'quiet' })}</p>
</div>`,
  );
}
