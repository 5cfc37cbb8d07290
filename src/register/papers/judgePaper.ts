import type { ReadFile } from '../fileReading.ts';
import { holds, judgeSeal, sealedAt } from '../judgeParts.ts';
import type { Check, Verification } from '../verification.ts';
import { fileChecks } from '../verification.ts';
import type { IssuedPaper } from './issuedPaper.ts';

/** What is found of a paper that we handed out: what it is and that it is ours, and nothing of a label, whatever it says of one. */
export function judgePaper(paper: IssuedPaper, read: ReadFile): Verification {
  const judged = 'flaw' in read ? {} : judgeSeal(read.seal, false);
  const found: Partial<Record<Check['name'], typeof holds>> = { ...judged, fileKnown: holds };
  const checks = fileChecks.map((name): Check => ({ name, ...(found[name] ?? { result: 'notThere' }) }));
  const sealed = 'flaw' in read ? {} : sealedAt(read.seal);
  return { verdict: 'paper', ...sealed, checks, paper, number: null, revision: null, label: null };
}
