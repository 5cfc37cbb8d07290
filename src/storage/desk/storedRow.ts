import type { DeskRow, DeskSort } from '../../commands/ports/deskPorts.ts';
import { deskTerm } from '../../commands/ports/deskTerms.ts';
import { folded } from '../../register/folded.ts';
import type { Stored } from '../database/database.ts';

/** A row of the desk with what it is found and sorted by. */
export type StoredRow = Stored<DeskRow> & {
  readonly words: readonly string[];
  readonly sorts: Readonly<Record<DeskSort, string>>;
};

/** Stands for no day: it comes after each. */
const noDay = '9999-12-31';
/** A row is found by so many terms at most: the rest of a text is left out. */
const maxTerms = 6000;

/** What a row is sorted by and found by, beside the texts that it stands for. */
export function storedRow(
  { id, ...row }: DeskRow,
  by: { readonly name: string; readonly terms: Iterable<string> },
): StoredRow {
  const { dueOn, endsOn, since, changedAt } = row;
  const sorts = { changed: changedAt, name: by.name, since, due: dueOn ?? noDay, ends: endsOn ?? noDay };
  const words = [...new Set([...valuesOf(row), ...by.terms])].slice(0, maxTerms);
  return { _id: id, ...row, words, sorts };
}

/** The terms of what a row is narrowed down by; no word is like them. */
function valuesOf(row: Omit<DeskRow, 'id'>): string[] {
  const { state, labelState, sector, applicationKind, owner, reviewers, tags, followers, marks, kind } = row;
  const label = kind === 'labels' ? state : labelState;
  const one = { state, label, sector, kind: applicationKind, owner: owner ?? '' };
  const several = { standing: marks, reviewer: reviewers, tag: tags.map(folded), follower: followers };
  return [
    ...Object.entries(one).flatMap(([name, value]) => (value === null ? [] : [deskTerm(name, value)])),
    ...Object.entries(several).flatMap(([name, values]) => values.map((value) => deskTerm(name, value))),
  ];
}
