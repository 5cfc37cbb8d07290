import { type DidDocument, didDocument, didOf } from '../../register/didDocument.ts';
import type { IssuedPaper } from '../../register/papers/issuedPaper.ts';
import { type RegisterRow, registerRow } from '../../register/registerRow.ts';
import type { Deps } from '../ports/ports.ts';
import { logByRoot, type TrustedLog, trustedLog } from '../transparency/trustedLog.ts';
import { readRoots } from './trustRoots.ts';

/** What signatures are judged by: the issuer's keys, the certificates our seals lead to (PEM), the signed status lists (JSON). */
export interface TrustedKeys {
  readonly did: DidDocument;
  readonly anchors: readonly string[];
  /** Certificates that the authorities of the times of our seals lead to (PEM). */
  readonly timeAnchors: readonly string[];
  readonly statusLists: readonly string[];
  /** What proofs of the public log are checked by; null before there is one. */
  readonly log: TrustedLog | null;
}

/** What a file is checked against, whether it is kept here or was saved earlier. */
export interface Trust {
  keys(): Promise<TrustedKeys>;
  row(number: string): Promise<RegisterRow | null>;
  /** The paper that a file is, where it is one that we handed out. */
  paper(digest: string): Promise<IssuedPaper | null>;
  /** The row of the label that a file belongs to, and the revision. */
  file(digest: string): Promise<{ readonly row: RegisterRow; readonly revision: number } | null>;
}

/** Checks against what is kept here and now. */
export function storeTrust({ store, publicUrl }: Pick<Deps, 'store' | 'publicUrl'>): Trust {
  return {
    keys: async () => {
      const [keys, anchors, timeAnchors, lists, roots, log] = await Promise.all([
        store.issuerKeys(),
        store.sealAnchors(),
        store.timeAnchors(),
        store.statusLists(),
        readRoots({ store, publicUrl }),
        trustedLog({ store }),
      ]);
      const trusted = keys.filter(({ distrustedAt }) => distrustedAt === null);
      return {
        did: didDocument(didOf(publicUrl), trusted),
        anchors: anchors.map(({ pem }) => pem),
        timeAnchors: timeAnchors.map(({ pem }) => pem),
        statusLists: lists.map(({ credential }) => credential),
        log: logByRoot(roots.at(-1), log),
      };
    },
    row: async (number) => {
      const entry = await store.entry(number);
      return entry && registerRow(entry);
    },
    paper: (digest) => store.paper(digest),
    file: async (digest) => {
      const entry = await store.entryOfFile(digest);
      // A picture without a name has the same bytes in each revision: it belongs to the newest.
      const file = entry?.files.findLast((one) => one.digest === digest);
      return entry && file ? { row: registerRow(entry), revision: file.revision } : null;
    },
  };
}
