import type { TextPart } from '../../src/web/views/glossaryParts.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';
import { pictogram } from './pictogram.ts';

/** A sentence whose words of the glossary open. They are <details>: put it where text may break, not inside a <p>. */
export function explained(parts: readonly TextPart[]): Content {
  return parts.map(({ term, text }) => (term ? glossaryTerm(term, text) : text));
}

/** Underlined with dots; `shown` is the word as the sentence needs it. */
function glossaryTerm(term: NonNullable<TextPart['term']>, shown: string): Html {
  return html`<details class="term">
  <summary><span>${shown}</span></summary>
  <div class="term__sheet">
    ${pictogram(term.pictogram, 'pictogram--small')}
    <p><strong>${term.term}</strong><br>${term.plain}${term.notThis && html`<br><span class="quiet">${term.notThis}</span>`}</p>
  </div>
</details>`;
}

/** The ids of criteria in a text, as the rules of a scheme write them. */
const ids = /\b([A-Z]{3}-\d{2})\b(?!-)/;

/** A text that names criteria by their ids, each of which leads to what it asks in a version of the criteria. */
export function criterionLinks({ lang }: Pick<Frame, 'lang'>, version: string, text: string): Content {
  return text
    .split(ids)
    .map((part, at) =>
      at % 2 === 0 ? part : html`<a class="code" href="/${lang}/criteria/${version}/${part}">${part}</a>`,
    );
}
