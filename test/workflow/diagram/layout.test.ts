import { expect } from 'chai';
import fc from 'fast-check';
import { diagramGraph } from '../../../src/workflow/diagram/graph.ts';
import { diagramLayout, type Point } from '../../../src/workflow/diagram/layout.ts';
import { diagramRoutes } from '../../../src/workflow/diagram/routes.ts';
import type { Room } from '../../../src/workflow/diagram/sizes.ts';
import { textWidth, wrapped } from '../../../src/workflow/diagram/text.ts';
import type { MachineName } from '../../../src/workflow/versions.ts';
import { plainWords } from '../../golden/diagramCases.ts';
import { machineNames } from '../support/walk.ts';

type Placed = Point & Room & { readonly told: string };

/** Words of any length, the same for the same key. */
const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 7, maxLength: 7 });
function wordsOf(numbers: readonly number[]) {
  return (key: string) => 'Wortteile '.repeat(numbers[key.length % numbers.length] ?? 1).trim();
}

function drawingOf(name: MachineName, words: (key: string) => string) {
  const layout = diagramLayout(diagramGraph(name, words));
  return { layout, routes: diagramRoutes(layout) };
}

function placedOf({ layout, routes }: ReturnType<typeof drawingOf>): readonly Placed[] {
  const states = layout.states.map(({ state, ...box }) => ({ ...box, told: state.name }));
  const labels = routes.map(({ placed: { arrow, label } }) => ({
    ...label,
    told: `${arrow.from} to ${arrow.to}`,
  }));
  return [...states, ...labels];
}

function overlap(a: Placed, b: Placed): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width - 1 && Math.abs(a.y - b.y) * 2 < a.height + b.height - 1;
}

describe('workflow/diagramLayout', () => {
  for (const name of machineNames) {
    it(`keeps boxes and labels of ${name} separate and inside, for words of any length`, () => {
      const check = fc.property(lengths, (numbers) => {
        const drawing = drawingOf(name, wordsOf(numbers));
        const placed = placedOf(drawing);
        for (const [i, a] of placed.entries()) {
          for (const b of placed.slice(i + 1)) expect(overlap(a, b), `${a.told} / ${b.told}`).equal(false);
          expect(a.x - a.width / 2, a.told).least(0);
          expect(a.x + a.width / 2, a.told).most(drawing.layout.width);
        }
      });
      fc.assert(check, { numRuns: 12, seed: 20130424 });
    });

    it(`draws the arrows of ${name} downwards, from box to box, around the other boxes`, () => {
      const { layout, routes } = drawingOf(name, plainWords);
      for (const { placed, points } of routes) {
        const told = `${placed.arrow.from} to ${placed.arrow.to}`;
        const [start, end] = [points[0], points.at(-1)];
        const [from, to] = [placed.arrow.from, placed.arrow.to].map((n) =>
          layout.states.find(({ state }) => state.name === n),
        );
        if (!start || !end || !from || !to) throw new Error(told);
        expect(start.y, told).closeTo(from.y + from.height / 2, 0.01);
        expect(end.y, told).closeTo(to.y - to.height / 2, 0.01);
        expect(Math.abs(start.x - from.x) * 2, told).below(from.width);
        expect(Math.abs(end.x - to.x) * 2, told).below(to.width);
        for (const [i, corner] of points.slice(1).entries()) {
          const before = points[i] ?? corner;
          expect(corner.y - before.y, told).least(-0.01);
          for (const box of layout.states) {
            const side = {
              told,
              x: (before.x + corner.x) / 2,
              y: (before.y + corner.y) / 2,
              width: Math.abs(before.x - corner.x),
              height: Math.abs(before.y - corner.y),
            };
            expect(overlap({ ...box, told }, side), `${told} through ${box.state.name}`).equal(false);
          }
        }
      }
    });
  }

  it('fits a page of 1280 pixels with short words', () => {
    for (const name of machineNames) {
      expect(drawingOf(name, plainWords).layout.width, name).most(1100);
    }
  });

  it('breaks lines between words, and keeps a long word whole', () => {
    const all = wrapped('Donaudampfschifffahrt auf der Rhone', 10, 60);
    expect(all).deep.equal(['Donaudampfschifffahrt', 'auf der', 'Rhone']);
    expect(textWidth('mmm', 10)).above(textWidth('iii', 10) * 2);
    expect(wrapped('', 10, 60)).deep.equal(['']);
  });
});
