import type { Label } from '../../../src/commands/items/items.ts';
import type { Browser, TestWeb } from '../web.ts';
import type { Shown } from './shown.ts';

/** A label that is looked at, and what is true of it by its machine. */
export interface Looked {
  readonly web: TestWeb;
  readonly visitor: Browser;
  readonly label: Label;
  readonly shown: Shown;
}

/** What a form says, and what it should say. */
export type Said = readonly [form: string, is: unknown, should: unknown];

/** One public form of a label: where it is read, and what is read there. */
export type PublicForm = (looked: Looked) => Promise<readonly Said[]>;

/** What forms say that they should not, in a sentence each. */
export async function faultsOf(forms: readonly PublicForm[], looked: Looked): Promise<string[]> {
  const said = await Promise.all(forms.map((form) => form(looked)));
  return faultsIn(looked.label, said.flat());
}

/** The same of what was read already. */
export function faultsIn({ id, state }: Label, said: readonly Said[]): string[] {
  return said.flatMap(([form, is, should]) =>
    is === should ? [] : [`4: ${id} is ${state}, and its ${form} says ${is} instead of ${should}`],
  );
}

/** Nothing can be taken for a label before its certificate is there. */
export async function unissued(visitor: Browser, id: string): Promise<readonly Said[]> {
  const paths = [`/api/v1/labels/${id}`, `/fr/labels/${id}`, `/badges/${id}.svg`, `/credentials/${id}`];
  return Promise.all(paths.map(async (path) => [path, (await visitor.get(path)).status, 404] as const));
}
