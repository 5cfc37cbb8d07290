import { expect } from 'chai';

/** Asks of what a page of a PDF draws that all of it is tagged or an artifact, one at a time (PDF/UA-1 7.1). */
export function taggedOnce(page: string): void {
  let depth = 0;
  for (const line of page.split('\n')) {
    if (/ BDC$| BMC$/u.test(line)) depth += 1;
    if (line === 'EMC') depth -= 1;
    if (/ TJ$|^f\*?$|^S$|^B$/u.test(line)) expect(depth, line).to.equal(1);
  }
  expect(depth).to.equal(0);
}
