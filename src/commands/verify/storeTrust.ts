import { didDocument, didOf } from '../../register/didDocument.ts';
import { registerRow } from '../../register/registerRow.ts';
import type { Deps } from '../ports/ports.ts';
import type { Trust } from './trust.ts';

/** Checks against what is kept here and now. */
export function storeTrust({ store, publicUrl }: Pick<Deps, 'store' | 'publicUrl'>): Trust {
  return {
    keys: async () => {
      const [keys, anchors, lists] = await Promise.all([
        store.issuerKeys(),
        store.sealAnchors(),
        store.statusLists(),
      ]);
      const trusted = keys.filter(({ distrustedAt }) => distrustedAt === null);
      return {
        did: didDocument(didOf(publicUrl), trusted),
        anchors: anchors.map(({ pem }) => pem),
        statusLists: lists.map(({ credential }) => credential),
      };
    },
    row: async (number) => {
      const entry = await store.entry(number);
      return entry && registerRow(entry);
    },
    file: async (digest) => {
      const entry = await store.entryOfFile(digest);
      const file = entry?.files.find((one) => one.digest === digest);
      return entry && file ? { row: registerRow(entry), revision: file.revision } : null;
    },
  };
}
