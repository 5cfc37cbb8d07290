import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson, digestOf } from '../../src/workflow/canonicalJson.ts';

describe('workflow/canonicalJson', () => {
  it('sorts keys, omits undefined, and writes numbers and strings as RFC 8785 does', () => {
    const value = { b: [3, { d: undefined, c: null }], a: 'é"\u0007', '\u20ac': 1e21, '1': 1e-7, '10': -0 };
    expect(canonicalJson(value)).equal(
      '{"1":1e-7,"10":0,"a":"é\\"\\u0007","b":[3,{"c":null}],"\u20ac":1e+21}',
    );
  });

  it('equals JSON, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).deep.equal(JSON.parse(JSON.stringify(value)));
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(digestOf(turned)).equal(digestOf(value));
      }),
    );
  });

  it('writes a date as JSON does, so that two dates differ', () => {
    expect(canonicalJson({ at: new Date(0) })).equal('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it('throws on ambiguous values', () => {
    const unsayable = [
      undefined,
      Number.NaN,
      Infinity,
      1n,
      Symbol('x'),
      () => {},
      new Map(),
      new Set([1]),
      /x/,
    ];
    for (const value of unsayable) {
      expect(() => canonicalJson({ deep: [{ value }] }), String(value)).to.satisfy((call: () => string) => {
        if (value === undefined) return call() === '{"deep":[{}]}';
        expect(call).throw(TypeError);
        return true;
      });
    }
    expect(() => digestOf(undefined)).throw(TypeError);
  });

  it('returns the sha-256 of those bytes', () => {
    expect(digestOf({})).equal('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
