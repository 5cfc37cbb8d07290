import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { definitionOf } from '../../../src/workflow/definition.ts';
import { drawDiagram } from '../../../src/workflow/diagram/diagram.ts';
import type { MachineName } from '../../../src/workflow/versions.ts';
import { diagramCases, plainWords } from '../../golden/diagramCases.ts';
import { machineNames } from '../support/walk.ts';

const here = '#marked';

type Branches = readonly { readonly guard: string; readonly target: string | null }[];

/** Where an event can lead; branches to one state differ in what they record, which no drawing shows. */
const targetsOf = (branches: Branches) => [...new Set(branches.map(({ target }) => target))];

/** The drawn text, lines joined: wrapped words stand in several elements. */
function textOf(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
}

function draw(name: MachineName, marked?: string): string {
  const words = (key: string) => (key === 'diagram.here' ? here : plainWords(key));
  return drawDiagram(name, { words, ...(marked ? { here: marked } : {}) });
}

describe('workflow/diagram', () => {
  for (const { name, here: marked } of diagramCases) {
    it(`draws ${name} as in the golden file`, () => {
      const kept = readFileSync(new URL(`../../golden/diagrams/${name}.svg`, import.meta.url), 'utf8');
      const svg = `${drawDiagram(name, { here: marked, words: plainWords })}\n`;
      expect(svg === kept, 'same bytes; if the change is meant, run test/golden/writeWorkflow.ts').equal(
        true,
      );
    });
  }

  for (const name of machineNames) {
    const { states } = definitionOf(name);

    it(`shows every state and event of ${name}, and frames the final states twice`, () => {
      const svg = draw(name);
      const text = textOf(svg);
      for (const [state, { on }] of Object.entries(states)) {
        expect(text, state).include(plainWords(state));
        for (const event of Object.keys(on)) expect(text, `${state} ${event}`).include(plainWords(event));
      }
      const finals = Object.values(states).filter(({ final }) => final).length;
      expect([...svg.matchAll(/<rect[^>]*rx="14"/g)]).length(finals);
    });

    it(`shows the conditions of ${name} where one event leads to several states`, () => {
      const text = textOf(draw(name));
      const branches = Object.values(states).flatMap(({ on }) =>
        Object.values(on).filter((b) => targetsOf(b).length > 1),
      );
      for (const { guard } of branches.flat()) expect(text, guard).include(plainWords(guard));
      const single = Object.values(states).flatMap(({ on }) =>
        Object.values(on).filter((b) => targetsOf(b).length === 1),
      );
      for (const { guard } of single.flat()) expect(text, guard).not.include(plainWords(guard));
    });

    it(`marks the current state of ${name}, and describes it first`, () => {
      expect(draw(name)).not.include(here);
      for (const state of Object.keys(states)) {
        const svg = draw(name, state);
        expect(textOf(svg).split(here), state).length(2);
        expect(svg).match(new RegExp(`<desc>${here} – ${plainWords(state)}\\. `));
      }
    });

    it(`has a title, and describes ${name} in sentences`, () => {
      const svg = draw(name);
      expect(svg).match(new RegExp(`^<svg [^>]*role="img"[^>]*><title>${name}</title><desc>`));
      const [, told = ''] = /<desc>([^<]*)<\/desc>/.exec(svg) ?? [];
      for (const [state, { final, on }] of Object.entries(states)) {
        const [, own = ''] = new RegExp(`(?:^|\\. )${plainWords(state)} – ([^.]*)\\.`).exec(told) ?? [];
        if (final) expect(own).equal('final');
        const ways = Object.values(on).map((b) => (targetsOf(b).length > 1 ? b.length : 1));
        expect(own.split(' → ').length - 1, state).equal(ways.reduce((sum, n) => sum + n, 0));
      }
    });

    it(`draws ${name} without id, style, script or outside reference, in finite numbers`, () => {
      const svg = draw(name);
      expect(svg).not.match(/\sid=|style=|<style|<script|href=|url\(/);
      expect(svg).not.match(/NaN|undefined|Infinity|\d\.\d\d/);
    });
  }

  it('escapes any words', () => {
    const svg = drawDiagram('review', { here: 'voided', words: (key) => `<b>&${key}</b>` });
    expect(svg).include('&lt;b&gt;&amp;diagram.here&lt;/b&gt;').and.not.include('<b>');
  });

  it('uses words of its own machine and of the diagram only', () => {
    const asked = new Set<string>();
    const words = (key: string) => {
      asked.add(key);
      return key;
    };
    drawDiagram('label', { here: 'active', words });
    const families = ['states.label.', 'events.label.', 'branches.label.', 'diagram.'];
    expect([...asked].filter((key) => !families.some((family) => key.startsWith(family)))).empty;
    expect([...asked]).include.members(['diagram.label', 'diagram.here', 'diagram.exits', 'diagram.final']);
  });
});
