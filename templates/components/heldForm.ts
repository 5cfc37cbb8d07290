import type { HeldForm } from '../../src/web/http/heldForm.ts';
import type { Frame } from '../frame.ts';
import { type Content, html } from '../html.ts';

/** The fields of a form that was sent and not taken, to go along as they are. */
export function heldFields({ fields }: Pick<HeldForm, 'fields'>): Content {
  return fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
}

/** Its texts, to be read. */
export function heldTexts({ t }: Frame, texts: HeldForm['texts']): Content {
  return (
    texts.length > 0 && [
      html`<h2 class="late__title">${t('pages.typed.texts')}</h2>`,
      texts.map((text) => html`<blockquote class="late__text">${text}</blockquote>`),
    ]
  );
}
