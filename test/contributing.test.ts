// Tier: all. Budget: 80 s.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { copyOfTree, followRecipe, run } from './support/recipes/followRecipe.ts';
import { readRecipes } from './support/recipes/readRecipes.ts';

/** Most files that a change of a kind may touch. */
const limits: Readonly<Record<string, number>> = {
  'A field on an offer': 14,
  'A letter': 6,
  'A page for staff': 8,
  'A filter of the register': 6,
};
/** What shows in a copy that the recipes did what they say. */
const tests = [
  ...['letters/letters', 'web/site/promises', 'web/site/locales', 'config', 'workflow/definition'],
  ...['storage/database/migrate', 'storage/register/registerSearch', 'web/api/openapi'],
  ...['commands/application/applyImport', 'commands/review/extending', 'commands/label/revisions'],
  'web/people/access',
].map((name) => `test/${name}.test.ts`);

/** Of everyone who tries every route, one is enough here: whom the new page lets in. */
const others = 'lets (?!officer )';

const recipes = readRecipes(readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8'));

describe('the recipes of CONTRIBUTING.md', () => {
  let copy: string;
  const written: string[] = [];
  before(() => {
    copy = copyOfTree();
  });
  after(() => rmSync(copy, { recursive: true }));

  it('include each one with a limit, and list its steps', () => {
    expect(recipes.map(({ title }) => title)).include.members(Object.keys(limits));
    for (const { title, steps } of recipes) expect(steps, title).not.empty;
  });

  for (const recipe of recipes) {
    const { title, files } = recipe;
    it(`${title}: touches as many files as it says, and no more than it may`, () => {
      const changed = followRecipe(copy, recipe);
      written.push(...changed);
      expect(changed.length, changed.join('\n')).equal(files);
      expect(files).most(limits[title] ?? Number.POSITIVE_INFINITY);
    });
  }

  it('give a program that compiles, and passes its tests', () => {
    run(copy, 'npm run -s words');
    // Of the tests those that the recipes wrote, by one checker: several at once each work out most types for themselves.
    const include = ['src', 'templates', ...written.filter((path) => /^test\/.*\.ts$/.test(path))];
    const project = JSON.stringify({ extends: './tsconfig.json', include });
    writeFileSync(join(copy, 'tsconfig.recipes.json'), project);
    run(copy, 'node_modules/.bin/tsc -p tsconfig.recipes.json --checkers 1');
    run(copy, 'SCHEME=made-in-ess npm run -s check-criteria');
    run(copy, `node_modules/.bin/mocha --jobs 1 --invert --grep "${others}" ${tests.join(' ')}`);
  });
});
