import type { TextPart } from '../../src/web/presenters/glossaryParts.ts';
import { type Content, type Html, html } from '../html.ts';
import { pictogram } from './pictogram.ts';

/**
 * A word underlined with dots that opens its plain sentence; `shown` is the word as the sentence needs it. It is a <details>: put
 * it where text may break, not inside a <p>.
 */
export function glossaryTerm(term: NonNullable<TextPart['term']>, shown: string): Html {
  return html`<details class="term">
  <summary><span>${shown || term.term}</span></summary>
  <div class="term__sheet">
    ${term.pictogram && pictogram(term.pictogram, 'pictogram--small')}
    <p><strong>${term.term}</strong><br>${term.plain}${term.notThis && html`<br><span class="quiet">${term.notThis}</span>`}</p>
  </div>
</details>`;
}

/** A sentence whose words of the glossary open. */
export function explained(parts: readonly TextPart[]): Content {
  return parts.map(({ term, text }) => (term ? glossaryTerm(term, text) : text));
}
