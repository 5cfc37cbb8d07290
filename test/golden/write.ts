/**
 * Writes the drawings that tests compare with, and the assets cut from the same geometry. Run it after a change
 * that is meant to change them, and look at the difference before committing it:
 *   node --import tsx test/golden/write.ts
 */
import { writeFileSync } from 'node:fs';
import { drawBadge } from '../../src/issuing/badge/badge.ts';
import { assets } from './assets.ts';
import { badgeCases } from './badgeCases.ts';

for (const [name, data] of badgeCases) {
  writeFileSync(new URL(`badges/${name}`, import.meta.url), drawBadge(data));
}
for (const [name, content] of assets) {
  writeFileSync(new URL(`../../criteria/made-in-ess/${name}`, import.meta.url), content);
}
