import type { MinutesPaper } from '../../src/commands/papers.ts';

/** A session of three files that ran past midnight. */
export function minutesSample(change: Partial<MinutesPaper> = {}): MinutesPaper {
  return {
    language: 'fr',
    id: 'S-2026-0007',
    place: 'Maison des associations, Genève',
    plannedFor: '2026-11-24T20:00:00.000Z',
    openedAt: '2026-11-24T20:04:00.000Z',
    closedAt: '2026-11-24T23:40:00.000Z',
    chair: 'Anne Présidente',
    present: [
      { name: 'Anne Présidente', from: '2026-11-24T20:04:00.000Z', until: '2026-11-24T23:40:00.000Z' },
      { name: 'Benoît Membre', from: '2026-11-24T20:04:00.000Z', until: '2026-11-24T21:30:00.000Z' },
    ],
    remarks: ['Chloé Absente s’était excusée.'],
    quorum: 3,
    files: [
      {
        number: 'A-2026-000042',
        organisation: 'Boulangerie Spécimen, coopérative',
        recusals: [{ name: 'Benoît Membre', reason: 'Client de la boulangerie.' }],
        votes: { for: 2, against: 2, abstained: 0, casting: true, reasons: ['Les salaires sont publiés.'] },
        outcome: 'grantedWithConditions',
        reason: 'Les critères sont remplis.\nUn point reste à améliorer.',
        conditions: [{ text: 'Publier l’écart de salaires.', due: '2027-03-31' }],
      },
      {
        number: 'A-2026-000043',
        organisation: 'Atelier du vélo',
        recusals: [],
        votes: { for: 0, against: 3, abstained: 1, casting: false, reasons: [] },
        outcome: 'refused',
        reason: 'Le minimum d’un thème n’est pas atteint.',
        conditions: [],
      },
      {
        number: 'A-2026-000044',
        organisation: 'Jardins partagés',
        recusals: [],
        votes: { for: 0, against: 0, abstained: 0, casting: false, reasons: [] },
        outcome: 'deferred',
        reason: 'Une pièce manque.',
        conditions: [],
      },
    ],
    approvals: [
      { name: 'Anne Présidente', at: '2026-11-26T08:00:00.000Z' },
      { name: 'Benoît Membre', at: '2026-11-26T09:12:00.000Z' },
    ],
    digest: 'cd'.repeat(32),
    specimen: true,
    ...change,
  };
}
