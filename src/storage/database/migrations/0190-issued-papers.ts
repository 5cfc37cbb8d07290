import type { Connection } from 'mongoose';
import { profile } from '../../../profile/profile.ts';

/** Agreements and results of questionnaires of before papers were sealed are kept as they were handed out: known again by their files. */
export async function issuedPapers(connection: Connection): Promise<void> {
  const dayOf = (instant: string) => ({
    $dateToString: { date: { $toDate: instant }, format: '%Y-%m-%d', timezone: profile.timeZone },
  });
  const kept = {
    applications: [
      { $match: { 'agreement.paper': { $gt: '' } } },
      { $project: { _id: '$agreement.paper', kind: 'agreement', on: dayOf('$agreement.at') } },
    ],
    evidence: [
      { $match: { 'madeFrom.questionnaireId': { $gt: '' }, digest: { $gt: '' } } },
      { $project: { _id: '$digest', kind: 'questionnaire', on: '$until' } },
    ],
  } as const;
  const merge = { $merge: { into: 'issuedPapers', whenMatched: 'keepExisting', whenNotMatched: 'insert' } };
  for (const [collection, found] of Object.entries(kept)) {
    await connection
      .collection(collection)
      .aggregate([...found, merge])
      .toArray();
  }
}
