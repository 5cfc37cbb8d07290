import { setTimeout } from 'node:timers/promises';
import type mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { isDuplicate } from './isDuplicate.ts';
import { indexes } from './migrations/0001-indexes.ts';
import { peopleAsItems } from './migrations/0002-people-as-items.ts';
import { evidence } from './migrations/0003-evidence.ts';
import { signIns } from './migrations/0004-sign-ins.ts';
import { sentLetters } from './migrations/0005-sent-letters.ts';
import { organisations } from './migrations/0006-organisations.ts';
import { privacy } from './migrations/0007-privacy.ts';
import { board } from './migrations/0008-board.ts';
import { providerLinks } from './migrations/0009-provider-links.ts';
import { documents } from './migrations/0010-documents.ts';
import { sponsorships } from './migrations/0011-sponsorships.ts';
import { reviewers } from './migrations/0012-reviewers.ts';
import { deciding } from './migrations/0013-deciding.ts';
import { precedents } from './migrations/0014-precedents.ts';
import { issued } from './migrations/0015-issued.ts';
import { search } from './migrations/0016-search.ts';
import { registerChanges } from './migrations/0017-register-changes.ts';
import { complaints } from './migrations/0018-complaints.ts';
import { badgeHosts } from './migrations/0019-badge-hosts.ts';
import { websites } from './migrations/0020-websites.ts';
import { sentComplaints } from './migrations/0021-sent-complaints.ts';
import { labelsOfOrganisations } from './migrations/0022-labels-of-organisations.ts';
import { foundBy } from './migrations/0023-found-by.ts';
import { rolesProposals } from './migrations/0024-roles-proposals.ts';
import { duties } from './migrations/0025-duties.ts';
import { recusals } from './migrations/0026-recusals.ts';
import { complaintsOfOrganisations } from './migrations/0027-complaints-of-organisations.ts';

/** Forward only, in this order, each once (design: architecture.md, Migrations). */
const migrations = [
  { name: '0001-indexes', run: indexes },
  { name: '0002-people-as-items', run: peopleAsItems },
  { name: '0003-evidence', run: evidence },
  { name: '0004-sign-ins', run: signIns },
  { name: '0005-sent-letters', run: sentLetters },
  { name: '0006-organisations', run: organisations },
  { name: '0007-privacy', run: privacy },
  { name: '0008-board', run: board },
  { name: '0009-provider-links', run: providerLinks },
  { name: '0010-documents', run: documents },
  { name: '0011-sponsorships', run: sponsorships },
  { name: '0012-reviewers', run: reviewers },
  { name: '0013-deciding', run: deciding },
  { name: '0014-precedents', run: precedents },
  { name: '0015-issued', run: issued },
  { name: '0016-search', run: search },
  { name: '0017-register-changes', run: registerChanges },
  { name: '0018-complaints', run: complaints },
  { name: '0019-badge-hosts', run: badgeHosts },
  { name: '0020-websites', run: websites },
  { name: '0021-sent-complaints', run: sentComplaints },
  { name: '0022-labels-of-organisations', run: labelsOfOrganisations },
  { name: '0023-found-by', run: foundBy },
  { name: '0024-roles-proposals', run: rolesProposals },
  { name: '0025-duties', run: duties },
  { name: '0026-recusals', run: recusals },
  { name: '0027-complaints-of-organisations', run: complaintsOfOrganisations },
];

const lockMs = 60_000;

type Done = mongoose.mongo.Collection<{ _id: string; until?: Date; at?: Date }>;

/** Brings the database to the shape this program needs; two programs starting at once do it once. */
export async function migrateDatabase(connection: Connection): Promise<void> {
  const done: Done = connection.collection('migrations');
  // Asked once without the lock, because nearly every start finds all of them done.
  if ((await outstanding(done)).length === 0) return;
  while (!(await lock(done))) await setTimeout(200);
  try {
    for (const { name, run } of await outstanding(done)) {
      await run(connection);
      await done.insertOne({ _id: name, at: new Date() });
    }
  } finally {
    await done.deleteOne({ _id: 'lock' });
  }
}

/** The migrations that are still to be run, in their order. */
async function outstanding(done: Done): Promise<typeof migrations> {
  const names = new Set((await done.find().toArray()).map(({ _id }) => _id));
  return migrations.filter(({ name }) => !names.has(name));
}

async function lock(done: Done): Promise<boolean> {
  const now = new Date();
  await done.deleteOne({ _id: 'lock', until: { $lte: now } });
  try {
    await done.insertOne({ _id: 'lock', until: new Date(now.getTime() + lockMs) });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
