import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface GlossaryView {
  readonly terms: readonly {
    readonly id: string;
    readonly term: string;
    readonly plain: string;
    readonly notThis: string | null;
    readonly pictogram: string;
  }[];
}

/** Each word of the label in one sentence. */
export function glossaryPage(frame: Frame, { terms }: GlossaryView): Html {
  const { t } = frame;
  const lead = t('pages.glossary.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('pages.glossary.title')), description: lead },
    html`<h1>${t('pages.glossary.title')}</h1>
<p class="lead">${lead}</p>
<ul class="cards cards--two words">
  ${terms.map(
    ({ id, term, plain, notThis, pictogram: name }) => html`<li id="${id}">
    <div class="offer">
      <span class="tile">${pictogram(name, 'pictogram--small')}</span>
      <div class="offer__text">
        <h2 class="offer__name">${term}</h2>
        <p class="words__plain">${plain}</p>
        ${notThis && html`<p class="offer__line">${notThis}</p>`}
      </div>
    </div>
  </li>`,
  )}
</ul>`,
  );
}
