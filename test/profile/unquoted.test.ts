import { expect } from 'chai';
import * as z from 'zod';
import { inShape } from '../../src/parseYaml.ts';

const postcode = z.string();
const shape = z.strictObject({
  name: z.string(),
  places: z.array(z.strictObject({ postcode })),
  ranges: z.array(z.union([z.tuple([postcode]), z.tuple([postcode, postcode])])),
});
const well = { name: 'Spécimen', places: [{ postcode: '01210' }], ranges: [['1200', '1299']] };
const said = (also: object) => {
  try {
    inShape('living.yaml', { ...well, ...also }, shape);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a text that YAML reads as something else', () => {
  it('is said to want quotes, wherever it stands, and nothing else is', () => {
    expect(said({})).to.equal('taken');
    expect(said({ places: [{ postcode: 1210 }] })).to.match(/between quotes .*\(places\.0\.postcode\)/);
    expect(said({ ranges: [[1200, 1299]] })).to.match(/between quotes .*\(ranges\.0\)/);
    expect(said({ name: true })).to.match(/between quotes .*\(name\)/);
    expect(said({ name: null })).to.not.match(/quotes/);
    expect(said({ places: 'all' })).to.not.match(/quotes/);
  });
});
