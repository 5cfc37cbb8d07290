import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { loadAssets } from '../../../src/web/http/assets/assets.ts';

const isStyle = (name: string) => name.endsWith('.scss');

describe('assets', () => {
  it('name an imported script by its digest, at the address that pages use', () => {
    const { find, href } = loadAssets('development');
    const script = find('autosave.js')?.bytes.toString() ?? '';
    const imported = [...script.matchAll(/ from '\.\/([^']+)'/g)].map(([, address]) => `/assets/${address}`);
    expect(imported).to.deep.equal([href('formFields.js'), href('keptHere.js'), href('pressing.js')]);
  });

  it('style a class in one file only, because a later file would override the earlier', () => {
    const folder = 'templates/assets/style';
    const drawn = new Map<string, Set<string>>();
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isStyle))
      for (const [, name = ''] of readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^\.([\w-]+) \{$/gm))
        drawn.set(name, (drawn.get(name) ?? new Set()).add(file));
    expect([...drawn].filter(([, files]) => files.size > 1).map(([name]) => name)).to.deep.equal([]);
    expect(drawn.size, 'classes that were looked at').to.be.greaterThan(100);
  });
});
