import { createHash } from 'node:crypto';
import { registerRow } from '../../register/registerRow.ts';
import { bundleKind } from '../../register/trust/bundleLines.ts';
import type { Deps } from '../ports/ports.ts';
import { wholeRegister } from '../register/readLabels.ts';
import { storeTrust } from './trust.ts';
import { rootsForSigning } from './trustRoots.ts';

/** Papers that are read at once. */
const page = 1000;

/**
 * All that files are checked against, to be kept where no network is: JSON Lines, each with its end; a few labels in memory at a time.
 * The last line signs all before it: whatever is added to the first one is signed with it.
 */
export async function* trustBundle(deps: Pick<Deps, 'store' | 'issuing' | 'publicUrl' | 'clock'>) {
  const at = deps.clock.now().toISOString();
  const [{ roots }, keys, seals] = await Promise.all([
    rootsForSigning(deps),
    storeTrust(deps).keys(),
    deps.store.sealAnchors(),
  ]);
  const anchorIssuers = [...new Set(seals.flatMap(({ issuers = [] }) => issuers))];
  const hash = createHash('sha256');
  let length = 0;
  const line = (content: object): Buffer => {
    const bytes = Buffer.from(`${JSON.stringify(content)}\n`);
    hash.update(bytes);
    length += bytes.length;
    return bytes;
  };
  yield line({ type: bundleKind, version: 2, at, roots, ...keys, anchorIssuers });
  for await (const entries of wholeRegister(deps)) {
    for (const entry of entries) yield line(registerRow(entry));
  }
  for (let last: string | undefined = ''; last !== undefined; ) {
    const papers = await deps.store.papersAfter(last, page);
    for (const { digest, ...paper } of papers) yield line({ paper: digest, ...paper });
    last = papers.at(-1)?.digest;
  }
  const signature = await deps.issuing.bundle({ at, length, sha256: hash.digest('hex') });
  yield Buffer.from(`${JSON.stringify(signature)}\n`);
}
