import * as z from 'zod';
import { readSchemeJson } from '../profile/schemeFile.ts';

/** The terms that there are words for (templates/locales): a scheme has these, or some of them. */
type Tree = typeof import('../../criteria/made-in-ess/categories.json');
const node = z.strictObject({
  in: z.string().exactOptional(),
  essglobal: z.string(),
  cpc: z.array(z.string()),
});
const tree = readSchemeJson('categories.json', z.record(z.string(), node)) as Tree;
/** A node of the published vocabulary of offers: a branch, or what an offer may be, which lies in one. */
export type AnyCategory = keyof Tree;
export type Category = {
  [Name in AnyCategory]: Tree[Name] extends { readonly in: string } ? Name : never;
}[AnyCategory];

/** Every node in the order in which people are asked, each branch before what is in it. */
export const allCategories: readonly AnyCategory[] = Object.keys(tree).filter(isKnown);

/** What an offer may be. */
export const categories: readonly Category[] = allCategories.filter(isCategory);

/** The branches, each with what is in it. */
export const categoryBranches = allCategories
  .filter((name) => !isCategory(name))
  .map((branch) => ({ branch, categories: categories.filter((name) => branchOf(name) === branch) }));

/** The branch that a node lies in; null for a branch. */
export function branchOf(name: AnyCategory): AnyCategory | null {
  const branch = isCategory(name) ? tree[name].in : '';
  return isKnown(branch) ? branch : null;
}

/** The same node in other vocabularies: activities-modified of ESSGLOBAL, and version 2.1 of the UN's CPC. */
export function matchesOf(name: AnyCategory) {
  const { essglobal, cpc } = tree[name];
  return { essglobal, cpc };
}

function isKnown(name: string): name is AnyCategory {
  return Object.hasOwn(tree, name);
}

function isCategory(name: AnyCategory): name is Category {
  return 'in' in tree[name];
}
