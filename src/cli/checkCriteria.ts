import * as z from 'zod';
import { loadSchemes } from '../boot/loadSchemes.ts';
import { certificateFaults, certificates } from '../criteria/certificates.ts';
import { compareSchemes, printChange } from '../criteria/compare.ts';
import { digestFaults } from '../criteria/digestFaults.ts';
import { statementFaults, statements } from '../criteria/questionnaire.ts';
import { languages, profile } from '../profile/profile.ts';
import { readSchemeJson, schemeId } from '../profile/schemeFile.ts';
import { checkSchemeFiles } from './checkSchemeFiles.ts';

const digests = z.record(z.string(), z.string());

/** Checks the scheme of this process and prints what changed from each version to the next; throws with every fault, file and line. */
export async function checkCriteria(): Promise<void> {
  console.log(`✓ ${schemeId}: ${profile.name}, numbers ${profile.prefix}-…, in ${languages.join(', ')}`);
  const schemes = [...(await loadSchemes()).values()];
  const zones = schemes.flatMap(({ scheme }) => (profile.zones[scheme.region] ? [] : [scheme.region]));
  if (zones.length > 0)
    throw new Error(`profile.yaml: no zone ${zones.join(', ')}, which the criteria are for`);
  const strays = schemes.filter(({ scheme }) => scheme.id !== schemeId).map(({ scheme }) => scheme.version);
  if (strays.length > 0)
    throw new Error(`scheme.yaml of ${strays.join(', ')}: id must be ${schemeId}, as the folder is called`);
  for (const [i, published] of schemes.entries()) {
    const { scheme, texts, digest } = published;
    console.log(
      `✓ ${scheme.id} ${scheme.version} (${scheme.status}): ${scheme.criteria.length} criteria, ${digest}`,
    );
    const unread = Object.values(texts).filter((text) => !text.reviewed);
    if (unread.length > 0)
      console.log(`  not yet reviewed: ${unread.map((text) => text.language).join(', ')}`);
    const before = schemes[i - 1];
    for (const change of before ? compareSchemes(before, published) : [])
      console.log(`  ${printChange(change)}`);
  }
  const changed = digestFaults(readSchemeJson('digests.json', digests), schemes);
  if (changed.length > 0) throw new Error(`digests.json: ${changed.join('; ')}`);
  const faults = certificateFaults(certificates, schemes);
  if (faults.length > 0) throw new Error(`certificates.json: ${faults.join('; ')}`);
  console.log(`✓ ${certificates.length} certificates of others`);
  const wrong = statementFaults(statements, schemes);
  if (wrong.length > 0) throw new Error(`questionnaire.json: ${wrong.join('; ')}`);
  console.log(`✓ ${statements.length} statements of the workers' questionnaire`);
  for (const line of checkSchemeFiles(schemes.map(({ scheme }) => scheme))) console.log(`✓ ${line}`);
}
