import { expect } from 'chai';
import { signWallets } from '../../src/workers/signWallets.ts';

type Parts = Parameters<typeof signWallets>;

describe('workers/signWallets', () => {
  it('tries again after what cannot be signed, says so, and signs what comes next until it is stopped', async () => {
    const told: string[] = [];
    const waiting = ['broken', 'good'];
    const signed = new Map<string, string>();
    let isDone = () => {};
    let fail = (_: Error) => {};
    const done = new Promise<void>((resolve, reject) => {
      isDone = resolve;
      fail = reject;
    });
    const paper = { kind: 'request', ref: 'R', nonce: 'N', state: 'S' } as const;
    const deps = {
      clock: { now: () => new Date('2026-11-24T09:00:00.000Z') },
      store: {
        addIssuerKey: async () => true,
        issuerKeys: async () => [],
        publishedRoots: async () => [],
        enterInLog: async () => {},
        addSealAnchor: async () => {},
      },
      issuing: {
        keys: async () => {
          if (told.length === 0) throw new Error('the keys are away');
          return {
            credential: { id: 'key-2026-1', multibase: 'z' },
            token: null,
            anchor: '',
            timeAnchors: [],
          };
        },
        walletRequest: async () => 'token',
      },
      wallets: {
        claimSigning: async () => {
          const id = waiting.shift();
          return id === undefined ? null : { id, paper, token: null };
        },
        signed: async (id: string, token: string) => {
          signed.set(id, token);
          isDone();
        },
      },
    } as unknown as Parts[0];
    const log = {
      error: ({ err }: { err: Error }, message: string) => {
        told.push(message);
        if (told.length > 1) fail(err);
      },
    } as unknown as Parts[1];
    const signing = signWallets(deps, log);
    await done;
    await signing.stop();
    expect([...signed]).to.deep.equal([['good', 'token']]);
    expect(told).to.deep.equal(['nothing could be signed for a wallet; trying again']);
  });
});
