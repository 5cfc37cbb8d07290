import { expect } from 'chai';
import { LabelError } from '../../../src/errors.ts';
import { line } from '../../../src/web/forms/fields.ts';
import { parse } from '../../../src/web/forms/parse.ts';

/** Bodies by what makes them costly, `n` times as long. */
const bodies: Readonly<Record<string, (n: number) => object>> = {
  'fields that nobody knows': (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}`, ''])),
  'accents out of order': (n) => ({ name: `e${'\u0301'.repeat(n)}${'\u0316'.repeat(n)}` }),
};

describe('a body eight times as long', () => {
  for (const [what, body] of Object.entries(bodies)) {
    it(`of ${what} is refused in some eight times the time, not in its square`, () => {
      const [short, long] = [quickest(body(4000)), quickest(body(32_000))];
      expect(long / short).to.be.lessThan(30);
    });
  }
});

/** The shortest of some times (ms) that a body took to be refused. */
function quickest(body: object): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    expect(() => parse({ name: line(120) }, body)).to.throw(LabelError);
    return performance.now() - start;
  });
  return Math.min(...times);
}
