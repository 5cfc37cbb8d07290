import * as z from 'zod';
import { parsed } from './said.ts';
import { Unread } from './unread.ts';

const text = z.string().max(300);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Statements about what labels are given and checked by, as src/transparency/statement.ts has them. */
const shapes = {
  criteria: z.object({ version: text, digest }),
  statusList: z.object({ list: text, version: z.int(), digest }),
  key: z.object({ key: text, multibase: text, distrustedAt: text.nullable() }),
  root: z.object({ root: z.int(), digest }),
} as const;

/** Most names that are kept of each kind. */
const maxNames = 10_000;

/** What the log said last of each version of the criteria, status list, key and root. */
export class SaidBeside {
  /** Digest by version. */
  readonly criteria = new Map<string, string>();
  readonly statusLists = new Map<string, { readonly version: number; readonly digest: string }>();
  /** Public key by name; one that is trusted no more is not there. */
  readonly keys = new Map<string, string>();
  /** Digest by version. */
  readonly roots = new Map<number, string>();

  /** Takes what an entry of a type states; the name of a status list of which a version was left out since it was last entered. */
  say(type: string, statement: string): string | null {
    const value = parsed(statement);
    if (type === 'criteria') {
      const said = shapes.criteria.safeParse(value).data;
      if (said) keep(this.criteria, said.version, said.digest);
    } else if (type === 'root') {
      const said = shapes.root.safeParse(value).data;
      if (said) keep(this.roots, said.root, said.digest);
    } else if (type === 'key') {
      const said = shapes.key.safeParse(value).data;
      if (said?.distrustedAt === null) keep(this.keys, said.key, said.multibase);
      else if (said) this.keys.delete(said.key);
    } else if (type === 'statusList') {
      const said = shapes.statusList.safeParse(value).data;
      if (!said) return null;
      const before = this.statusLists.get(said.list);
      keep(this.statusLists, said.list, { version: said.version, digest: said.digest });
      return before && said.version !== before.version + 1 ? said.list : null;
    }
    return null;
  }
}

function keep<K, V>(names: Map<K, V>, name: K, value: V): void {
  if (names.size === maxNames && !names.has(name)) throw new Unread('tooManyNames', String(maxNames));
  names.set(name, value);
}
