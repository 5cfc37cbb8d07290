import type { StatusView } from '../../src/web/views/status.view.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { shield } from './shield.ts';

/** The first thing under the header of a label's page. */
export function verdict({ tone, shape, word, sentence, note }: StatusView): Html {
  return html`<div class="verdict verdict--${tone}">
  ${shield(shape, 'verdict__shape')}
  <div class="verdict__text">
    <p class="verdict__word">${word}</p>
    <p class="verdict__sentence">${sentence}${note && html` <span class="verdict__note">${note}</span>`}</p>
  </div>
</div>`;
}

/** The same status in a list: shape and word on one line. */
export function statusTag({ tone, shape, word }: Pick<StatusView, 'tone' | 'shape' | 'word'>): Html {
  return html`<span class="status-tag status-tag--${tone}">${shield(shape, 'status-tag__shape')}${word}</span>`;
}

/** While the register is out of reach: until when what is shown is known to be true. */
export function age({ t, time }: Frame, asOf: Date | null): Html | null {
  return asOf && html`<p class="age" role="status">${t('pages.label.age', { at: time(asOf) })}</p>`;
}
