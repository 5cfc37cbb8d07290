import type { Deps } from '../../ports/ports.ts';
import { originOf } from '../../transparency/growLog.ts';
import { readRoots } from '../../verify/trustRoots.ts';
import { type HealthLine, inTrouble } from './healthLine.ts';
import { type KeysSeen, keysLine, logLine, sealLine, timeLine, tokensLine } from './keyLines.ts';
import { rootLine, witnessesLine } from './trustLines.ts';

type With = Pick<Deps, 'store' | 'issuing' | 'publicUrl' | 'specimen'>;

const ofKeys = { keys: keysLine, tokens: tokensLine, seal: sealLine, time: timeLine, log: logLine } as const;

/** How everything stands that is signed with, and that those who check files go by; reads, and makes nothing. */
export function signingLines(deps: With, now: Date): readonly Promise<HealthLine>[] {
  const { store, issuing, publicUrl, specimen } = deps;
  const folder = issuing.keyFolder();
  const seen = async (): Promise<KeysSeen> => {
    const [published, head, stamps] = await Promise.all([
      store.issuerKeys(),
      store.logHead(),
      issuing.lasts(),
    ]);
    return { folder: await folder, published, head, origin: originOf(publicUrl), stamps, specimen, now };
  };
  const asked = seen();
  // Each line that they tell says so itself where they fail.
  for (const one of [folder, asked]) one.catch(() => {});
  const lines = Object.entries(ofKeys) as [keyof typeof ofKeys, (typeof ofKeys)[keyof typeof ofKeys]][];
  return [
    ...lines.map(([what, say]) => inTrouble(what, async () => say(await asked))),
    inTrouble('root', async () => {
      const [root = null] = (await readRoots(deps)).slice(-1);
      return rootLine({ bundle: (await folder).bundle, root, specimen, now });
    }),
    inTrouble('witnesses', async () => {
      const checkpoint = (await store.logHead())?.checkpoint ?? null;
      return witnessesLine({ witnesses: issuing.witnesses, checkpoint, specimen, now });
    }),
  ];
}
