import { expect } from 'chai';
import { pageNames, unrenderedPages } from '../support/pages/renderedPages.ts';

describe('the pages that tests render', () => {
  const all = { files: ['a.test.ts', 'b.test.ts'], pages: ['homePage', 'labelPage'] };
  const one = { files: ['a.test.ts'], pages: ['homePage'] };

  it('are missed when every test file ran without them', () => {
    expect(unrenderedPages([one, { files: ['b.test.ts'], pages: [] }], all)).to.deep.equal(['labelPage']);
    expect(unrenderedPages([one, { files: ['b.test.ts'], pages: ['labelPage'] }], all)).to.deep.equal([]);
  });

  it('are not missed when some test files did not run', () => {
    expect(unrenderedPages([one], all)).to.deep.equal([]);
  });

  it('are those of templates/pages, each with a name of its own', () => {
    const names = pageNames();
    expect(names).to.include.members(['homePage', 'labelPage', 'errorPage']);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).to.deep.equal([]);
  });
});
