/** What people do in the demonstration. */
const demoParts = ['applicant', 'reviewer', 'officer', 'committee', 'administrator'] as const;

/** Someone of the demonstration whom a visitor can become. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly part: (typeof demoParts)[number];
}

/** In development: the people of the demonstration, how far it is built, and beginning it anew. */
export interface Demonstration {
  readonly people: readonly DemoPerson[];
  /** How many files wait where they shall, of how many. */
  state(): { readonly done: number; readonly of: number };
  /** Drops all that is stored and begins anew, once the answer under way was given. */
  reset(): void;
}
