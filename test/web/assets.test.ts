import { expect } from 'chai';
import { loadAssets } from '../../src/web/assets.ts';

describe('assets', () => {
  it('name a script that another one imports with its digest, at the address that pages would use', () => {
    const { find, href } = loadAssets('development');
    const script = find('autosave.js')?.bytes.toString() ?? '';
    const imported = [...script.matchAll(/ from '\.\/([^']+)'/g)].map(([, address]) => `/assets/${address}`);
    expect(imported).to.deep.equal([href('formFields.js'), href('keptHere.js')]);
  });
});
