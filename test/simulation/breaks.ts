import type { Connection } from 'mongoose';
import type { Mailer } from '../../src/commands/items/letters.ts';
import type { Store } from '../../src/commands/ports/ports.ts';
import { entryBadge } from '../../src/issuing/badge/entryBadge.ts';
import { renderPng, renderWebp } from '../../src/issuing/drawing/raster.ts';
import type { Letter } from '../../src/letters/letters.ts';
import type { WebDeps } from '../../src/web/http/webDeps.ts';

type Send = Mailer<Letter>['send'];

/** What is wrong with a service on purpose, so that it shows whether a life finds it. */
export interface Broken {
  /** What takes the place of parts of a store. */
  readonly store?: (store: Store, connection: Connection) => Partial<Store>;
  readonly send?: (send: Send, letter: Letter) => Promise<void>;
  readonly badges?: WebDeps['badges'];
}

const publicUrl = 'http://label.example';

/** Every break by its name: `npm run simulate -- --break NAME` must find it. */
export const breaks: Readonly<Record<string, () => Broken>> = {
  rowLeftOut: () => {
    const isIt = oneIn(5);
    return {
      store: ({ commit }) => ({
        commit: (changes, parts = []) => {
          const hasRow = parts.some(({ kind }) => kind === 'entry');
          return commit(changes, hasRow && isIt() ? parts.filter(({ kind }) => kind !== 'entry') : parts);
        },
      }),
    };
  },
  letterNotQueued: () => {
    const isIt = oneIn(20);
    return {
      store: ({ commit }, connection) => ({
        commit: async (changes, parts) => {
          await commit(changes, parts);
          if (isIt())
            await connection
              .collection('jobs')
              .deleteOne({ state: 'waiting', handler: { $regex: '^mail:' } });
        },
      }),
    };
  },
  letterLeftOut: () => {
    const isIt = oneIn(20);
    return { send: async (send, letter) => (isIt() ? undefined : send(letter)) };
  },
  letterTwice: () => {
    const isIt = oneIn(20);
    return {
      send: async (send, letter) => {
        await send(letter);
        if (letter.id !== undefined && isIt()) await send({ ...letter, id: `${letter.id}:again` });
      },
    };
  },
  statusListOld: () => ({
    store: ({ saveStatusList }) => ({
      saveStatusList: async (list) => (list.version === 1 ? saveStatusList(list) : true),
    }),
  }),
  badgeOld: () => {
    const first = new Map<string, string>();
    return {
      badges: {
        draw: async (entry, status, form, language) => {
          const key = `${entry.number} ${form} ${language}`;
          const drawn = first.get(key) ?? entryBadge(entry, status, form, language, publicUrl);
          first.set(key, drawn);
          return drawn;
        },
        png: renderPng,
        webp: renderWebp,
      },
    };
  },
  stateWrong: () => ({
    store: ({ commit }, connection) => ({
      commit: async (changes, parts) => {
        await commit(changes, parts);
        for (const { kind, after } of changes)
          if (kind === 'labels' && after.state === 'suspended')
            await connection
              .collection<{ _id: string }>(kind)
              .updateOne({ _id: after.id }, { $set: { state: 'active' } });
      },
    }),
  }),
  journalHole: () => {
    const isIt = oneIn(50);
    return {
      store: ({ commit }, connection) => ({
        commit: async (changes, parts) => {
          await commit(changes, parts);
          const [change] = changes;
          if (change && isIt())
            await connection
              .collection('records')
              .deleteOne({ stream: `${change.kind}/${change.after.id}`, seq: 2 });
        },
      }),
    };
  },
};

/** A store of which parts are what the break makes of them, whoever looks. */
export function brokenStore(store: Store, connection: Connection, broken: Broken): Store {
  if (!broken.store) return store;
  return {
    ...store,
    ...broken.store(store, connection),
    seenBy: (view) => brokenStore(store.seenBy(view), connection, broken),
  };
}

/** Mail of which every letter is what the break makes of it. */
export function brokenMailer(mailer: Mailer<Letter>, { send }: Broken): Mailer<Letter> {
  return send ? { send: (letter) => send(mailer.send, letter) } : mailer;
}

/** True once in so many calls. */
function oneIn(times: number): () => boolean {
  let calls = 0;
  return () => {
    calls += 1;
    return calls % times === 0;
  };
}
