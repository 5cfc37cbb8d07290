import { expect } from 'chai';
import { hatch } from '../../../src/issuing/drawing/hatch.ts';

describe('issuing/hatch', () => {
  const box = { left: 2, top: 3, right: 298, bottom: 328, radius: 20 };
  const stripes = [...hatch(box, 19).matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/gu)].map((stripe) =>
    stripe.slice(1).map(Number),
  );

  /** How far a point lies outside the rounded box; negative inside. */
  function outside(x: number, y: number): number {
    const dx = Math.max(box.left + box.radius - x, x - box.right + box.radius);
    const dy = Math.max(box.top + box.radius - y, y - box.bottom + box.radius);
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - box.radius;
  }

  it('ends every stripe on the edge of the box, corners included', () => {
    expect(stripes.length).greaterThan(25);
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of stripes) {
      expect(outside(x1, y1)).closeTo(0, 0.02);
      expect(outside(x2, y2)).closeTo(0, 0.02);
    }
  });

  it('draws stripes at 45°, rising, at a fixed pitch', () => {
    const sums = stripes.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => {
      expect(x2).greaterThan(x1);
      expect(x1 + y1).closeTo(x2 + y2, 0.02);
      return x1 + y1;
    });
    sums.slice(1).forEach((sum, i) => {
      expect(sum - (sums[i] ?? 0)).closeTo(19, 0.03);
    });
  });
});
