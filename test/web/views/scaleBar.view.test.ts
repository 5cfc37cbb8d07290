import { expect } from 'chai';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { type ScaleBarData, scaleBar } from '../../../src/web/views/scaleBar.view.ts';

const { fr } = createI18n();
const payRatio: ScaleBarData = { id: 'a', at: [7, 5, 3, 2], better: 'lower', unit: 'times', value: 1.95 };
const share: ScaleBarData = { id: 'b', at: [25, 50, 66, 90], better: 'higher', unit: '%', value: 62 };

/** The place of the marker, in per cent of the width. */
function place(data: ScaleBarData): number | undefined {
  return scaleBar(data, fr).marker?.x;
}

describe('the scale bar', () => {
  it('has five parts of equal width and a threshold between each two', () => {
    const { parts, ticks } = scaleBar(share, fr);
    expect(parts.map(({ x, width }) => [x, width])).to.deep.equal([
      [0, 20],
      [20, 20],
      [40, 20],
      [60, 20],
      [80, 20],
    ]);
    expect(ticks.map(({ x }) => x)).to.deep.equal([20, 40, 60, 80]);
    expect(ticks.map(({ text }) => text)).to.deep.equal(['25 %', '50 %', '66 %', '90 %']);
  });

  it('places a figure in the part of its level, in proportion', () => {
    expect(place(share)).to.equal(55);
    expect(place({ ...share, value: 25 })).to.equal(20);
    expect(place({ ...share, value: 24.9 })).to.be.below(20);
    expect(place({ ...payRatio, value: 4 })).to.equal(50);
    expect(place({ ...payRatio, value: 5 })).to.equal(40);
    expect(place({ ...payRatio, value: 5.01 })).to.be.below(40);
  });

  it('keeps a figure beyond both ends on the bar, with its label inside', () => {
    expect(scaleBar({ ...share, value: 300 }, fr).marker).to.include({ x: 99, anchor: 'end' });
    expect(scaleBar({ ...payRatio, value: 80 }, fr).marker).to.include({ x: 1, anchor: 'start' });
    expect(scaleBar(share, fr).marker).to.include({ anchor: 'middle' });
  });

  it('places a figure in the middle of an empty range: nothing is better than 0 %', () => {
    expect(place({ id: 'c', at: [8, 6, 2, 0], better: 'lower', unit: '%', value: 0 })).to.equal(90);
  });

  it('describes figure and thresholds in words, and only thresholds without a figure', () => {
    expect(scaleBar(payRatio, fr).sentence).to.include('1,95').and.to.include('7 · 5 · 3 · 2');
    const empty = scaleBar({ ...share, value: null }, fr);
    expect(empty.marker).to.equal(null);
    expect(empty.sentence).to.include('25 % · 50 %');
  });
});
