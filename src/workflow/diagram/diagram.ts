import { definitionOf } from '../definition.ts';
import type { MachineName } from '../versions.ts';
import { diagramGraph, type Translator, waysFrom } from './graph.ts';
import { diagramLayout } from './layout.ts';
import { diagramLegend } from './legend.ts';
import { diagramRoutes } from './routes.ts';
import { drawArrow, drawLabels, drawState } from './shapes.ts';
import { element, escaped, paint, tenths } from './svg.ts';

const typeface = "'Source Sans 3', 'Source Sans Pro', system-ui, 'Segoe UI', Roboto, sans-serif";

/**
 * A machine drawn from its own definition, as SVG in its natural size: states from top to bottom, each way out with its
 * event, `here` marked. `words` gives the texts by key: `states.<machine>.<state>`, `events.<machine>.<event>`,
 * `branches.<machine>.<guard>` and `diagram.*`. The same machine and words give the same bytes.
 */
export function drawDiagram(
  name: MachineName,
  { here, words }: { readonly here?: string | undefined; readonly words: Translator },
): string {
  const graph = diagramGraph(name, words, here);
  const layout = diagramLayout(graph);
  const routes = diagramRoutes(layout);
  const legend = diagramLegend(graph, words, layout.height);
  const [width, height] = [
    Math.ceil(Math.max(layout.width, legend.width)),
    Math.ceil(layout.height + legend.height),
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      width,
      height,
      viewBox: `0 0 ${tenths(width)} ${tenths(height)}`,
      'font-family': typeface,
    },
    [
      element('title', {}, escaped(words(`diagram.${name}`))),
      element('desc', {}, escaped(describe(name, words, here))),
      element('rect', { width, height, rx: 11, fill: paint.ground }),
      ...routes.map(drawArrow),
      ...routes.map(drawLabels),
      ...layout.states.map(drawState),
      legend.drawn,
    ].join(''),
  );
}

/** The whole machine in sentences, for who does not see the drawing. */
function describe(name: MachineName, words: Translator, here: string | undefined): string {
  const title = (state: string) => words(`states.${name}.${state}`);
  const sentences = Object.entries(definitionOf(name).states).map(([state, { final }]) => {
    const ways = waysFrom(name, state, words).map(
      ({ label: { text, condition }, to }) => `${text}${condition ? ` (${condition})` : ''} → ${title(to)}`,
    );
    return `${title(state)} – ${final ? words('diagram.final') : ways.join(', ')}.`;
  });
  return [...(here ? [`${words('diagram.here')} – ${title(here)}.`] : []), ...sentences].join(' ');
}
