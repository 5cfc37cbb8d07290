import { expect } from 'chai';
import {
  allCategories,
  branchOf,
  categories,
  categoryBranches,
  matchesOf,
} from '../../src/criteria/category.ts';

describe('the vocabulary of offers', () => {
  it('is a tree of two levels: each category lies in a branch that is there', () => {
    const branches = categoryBranches.map(({ branch }) => branch);
    expect(categories.map(branchOf)).to.include.members(branches);
    for (const { branch, categories: within } of categoryBranches) {
      expect(within, branch).to.not.deep.equal([]);
      expect(branchOf(branch), branch).to.equal(null);
    }
    expect(allCategories).to.have.length(branches.length + categories.length);
  });

  it('matches a term of ESSGLOBAL and codes of the CPC', () => {
    for (const name of allCategories) {
      const { essglobal, cpc } = matchesOf(name);
      expect(essglobal, name).to.match(/^AM1?[1-9]0$|^AM100$/);
      expect(cpc, name).to.not.deep.equal([]);
      for (const code of cpc) expect(code, name).to.match(/^\d{2,3}$/);
    }
  });
});
