import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Sector } from '../../../src/register/sector.ts';
import { drawFlows } from '../../../src/web/exchange/flows.view.ts';
import { shown } from '../../support/web.ts';

const flow = (from: Sector | null, to: Sector | null, value: number) => ({ from, to, value });
const drawingOf = (flows: readonly ReturnType<typeof flow>[], language: 'fr' | 'de' = 'fr') =>
  drawFlows(shown.i18n[language], { flows, heads: ['Qui achète', 'Chez qui'], title: 'Qui à qui' });
const drawn = (...of: Parameters<typeof drawingOf>) => parse(String(drawingOf(...of)));

describe('the drawing of flows', () => {
  it('gives each flow its width and each side its names with what flows through them, for both widths of a page', () => {
    const flows = [flow('food', 'agriculture', 20), flow('food', 'mobility', 10), flow(null, 'food', 5)];
    const drawings = drawn(flows).querySelectorAll('svg');
    expect(drawings.map((svg) => svg.getAttribute('viewBox')?.split(' ')[2])).to.deep.equal(['640', '300']);
    for (const svg of drawings) {
      expect(svg.getAttribute('aria-label')).to.equal('Qui à qui');
      const widths = svg.querySelectorAll('path').map((path) => Number(path.getAttribute('stroke-width')));
      expect(widths.map((width) => Math.round((20 * width) / (widths[0] ?? 1)))).to.deep.equal([20, 10, 5]);
      const names = svg.querySelectorAll('.flows__name').map(({ text }) => text);
      expect(names.join(' ')).to.equal(
        'Alimentation et restauration 30 Sans domaine 5 Agriculture et jardins 20 Mobilité et transport 10 Alimentation et restauration 5',
      );
    }
  });

  it('keeps every name inside, and off the names before it, in the language of the longest names', () => {
    const flows = [
      flow('social', 'food', 5),
      flow('agriculture', 'leisure', 5),
      flow('energy', 'finance', 40),
    ];
    for (const svg of drawn(flows, 'de').querySelectorAll('svg')) {
      const [width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').slice(2).map(Number);
      const names = svg.querySelectorAll('.flows__name').map((text) => ({
        end: text.getAttribute('text-anchor') === 'end',
        y: Number(text.getAttribute('y')),
        // No letter is wider on average.
        length: text.text.length * 7.5,
      }));
      for (const side of [true, false]) {
        const own = names.filter(({ end }) => end === side).map(({ y }) => y);
        for (const [i, y] of own.entries()) expect(y - (own[i - 1] ?? 0)).to.be.at.least(17);
        expect(Math.max(...own)).to.be.below(height);
      }
      for (const { length } of names) expect(length).to.be.below(width / 2);
    }
  });

  it('is none where nothing flows', () => {
    expect(drawingOf([])).to.equal(null);
  });
});
