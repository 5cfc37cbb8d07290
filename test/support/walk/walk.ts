import type { Person } from '../../../src/commands/items/items.ts';

/** What is put in fields of a form, by their names; `file` is the name of a document that is brought. */
export type Values = Readonly<Record<string, string>>;

/** How the people of a story go through its pages: over HTTP, or in a real browser. Paths stand below the language. */
export interface Walk {
  /** What a page says, as somebody or, for null, a visitor reads it. */
  reads(person: Person | null, path: string): Promise<string>;
  /** Looks at a public page, again and again while a cache still has it, until it says this word. */
  sees(path: string, word: string): Promise<void>;
  /** Opens a page and sends the form on it whose address has this end; it is taken. Gives what the page that comes says. */
  does(person: Person, path: string, end: string, values?: Values): Promise<string>;
}
