import { expect } from 'chai';
import { LabelError } from '../../../src/errors.ts';
import { line } from '../../../src/web/forms/fields.ts';
import { parse } from '../../../src/web/forms/parse.ts';
import { withCpuLimit } from '../../support/withCpuLimit.ts';

/** Bodies by what makes them costly: work that grows with the square of their length would take minutes. */
const bodies: Readonly<Record<string, () => object>> = {
  'fields that nobody knows': () =>
    Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`f${i}`, ''])),
  'accents out of order': () => ({ name: `e${'\u0301'.repeat(300_000)}${'\u0316'.repeat(300_000)}` }),
};

describe('a body that is expensive to parse', () => {
  for (const [what, body] of Object.entries(bodies)) {
    it(`is refused in one pass: ${what}`, () => {
      const given = body();
      expect(() => withCpuLimit(() => parse({ name: line(120) }, given))).to.throw(LabelError);
    });
  }
});
