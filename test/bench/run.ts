import { writeFile } from 'node:fs/promises';
import { atEnd, end } from '../support/run/atEnd.ts';
import { serverFolder } from '../support/run/folders.ts';
import { serverFolderVariable, serverUriVariable } from '../support/run/server.ts';
import { startReplicaSet } from '../support/servers/replicaSet.ts';
import { alternate } from './alternate.ts';
import { readOptions } from './options.ts';
import { performancePage } from './performancePage.ts';
import type { Row } from './row.ts';
import { assigning } from './rows/assigning.ts';
import { badgeDrawing, badgeOverHttp, badgePicture, panelOverHttp } from './rows/badge.ts';
import { certificate } from './rows/certificate.ts';
import { certificateMemory } from './rows/certificateMemory.ts';
import { clock } from './rows/clock.ts';
import { coldPage, twoProcesses, twoProcessesCpu } from './rows/coldPage.ts';
import { commit } from './rows/commit.ts';
import { decideStep } from './rows/decideStep.ts';
import { deskPages, deskSearches } from './rows/desk.ts';
import { directory } from './rows/directory.ts';
import { labelJson } from './rows/labelJson.ts';
import { labelPage, labelUnchanged } from './rows/labelPage.ts';
import { manyLabels } from './rows/manyLabels.ts';
import { matching } from './rows/matching.ts';
import { placesMap } from './rows/placesMap.ts';
import { policyLayer, privatePage } from './rows/privatePage.ts';
import { loggedIssue, logTile } from './rows/publicLog.ts';
import { rehearsalMemory } from './rows/rehearsalMemory.ts';
import { saveAnswer } from './rows/saveAnswer.ts';
import { sealedCertificate } from './rows/sealedCertificate.ts';
import { search } from './rows/search.ts';
import { seed } from './rows/seed.ts';
import { start } from './rows/start.ts';
import { watched } from './rows/watched.ts';
import { workDay } from './rows/workDay.ts';
import { compare } from './slices.ts';
import { line, type Result, table } from './table.ts';

const all: readonly Row[] = [
  labelPage,
  labelUnchanged,
  labelJson,
  coldPage,
  badgeDrawing,
  badgePicture,
  badgeOverHttp,
  panelOverHttp,
  manyLabels,
  certificate,
  sealedCertificate,
  certificateMemory,
  decideStep,
  commit,
  privatePage,
  policyLayer,
  search,
  watched,
  twoProcesses,
  twoProcessesCpu,
  start,
  saveAnswer,
  assigning,
  seed,
  clock,
  rehearsalMemory,
  directory,
  matching,
  placesMap,
  workDay,
  deskPages,
  deskSearches,
  loggedIssue,
  logTile,
];

process.env[serverFolderVariable] ??= await serverFolder();
const options = readOptions(process.argv.slice(2));
const unknown = options.rows?.filter((n) => !all.some((row) => row.n === n)) ?? [];
if (unknown.length > 0) throw new Error(`--rows: nothing measures ${unknown.join(', ')}`);

if (options.nodes > 1) {
  const set = await startReplicaSet({ size: options.nodes, electionTimeoutMillis: 10_000 });
  process.env[serverUriVariable] = set.uri;
  atEnd(set.stop);
}
const results: Result[] = [];
for (const row of all.filter(({ n }) => options.rows?.includes(n) ?? true)) {
  process.stderr.write(`${row.n}: ${row.product} …\n`);
  const contest = await row.open(options);
  try {
    const result = { row, comparison: compare(await alternate(contest, options), row.goal, row.cost) };
    results.push(result);
    console.log(line(result));
  } finally {
    await contest.close();
  }
}
console.log(`\n${table(results)}`);
if (options.markdown) await writeFile(options.markdown, performancePage(results, options));
await end();
