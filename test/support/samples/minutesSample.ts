import type { MinutesPaper } from '../../../src/commands/items/papers.ts';

const whole = { from: '2026-11-24T20:04:00.000Z', until: '2026-11-24T23:40:00.000Z', noted: null } as const;

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
      { ...whole, name: 'Anne Présidente' },
      {
        name: 'Benoît Membre',
        from: '2026-11-24T20:04:00.000Z',
        until: '2026-11-24T21:30:00.000Z',
        noted: { by: 'Anne Présidente', reason: 'La liaison est coupée.' },
      },
      { ...whole, name: 'Chantal Membre' },
      { ...whole, name: 'David Membre' },
      { ...whole, name: 'Elena Membre' },
    ],
    handovers: [],
    remarks: ['Chloé Absente s’était excusée.'],
    quorum: 3,
    files: [
      {
        number: 'A-2026-000042',
        remarks: ['La commune demande à être tenue au courant.'],
        kind: 'initial',
        scope: null,
        organisation: 'Boulangerie Spécimen, coopérative',
        chair: 'Chantal Membre',
        handovers: [
          { name: 'Chantal Membre', reason: 'La présidente est récusée.', at: '2026-11-24T20:10:00.000Z' },
        ],
        recusals: [
          { name: 'Anne Présidente', reason: 'Cliente de la boulangerie.', ground: 'word', by: '' },
          { name: 'Fatou Membre', reason: '', ground: 'scored', by: '' },
          { name: 'Gaël Membre', reason: 'Son frère y travaille.', ground: 'word', by: 'Chantal Membre' },
        ],
        votes: [
          { name: 'Benoît Membre', choice: 'against', reason: 'Le rapport manque.' },
          { name: 'Chantal Membre', choice: 'for', reason: 'Les salaires sont publiés.' },
          { name: 'David Membre', choice: 'for', reason: '' },
          { name: 'Elena Membre', choice: 'against', reason: 'Un point reste ouvert.' },
        ],
        casting: true,
        outcome: 'grantedWithConditions',
        reason: 'Les critères sont remplis.\nUn point reste à améliorer.',
        conditions: [{ text: 'Publier l’écart de salaires.', due: '2027-03-31' }],
      },
      {
        number: 'A-2026-000043',
        remarks: [],
        kind: 'initial',
        scope: null,
        organisation: 'Atelier du vélo',
        chair: 'Anne Présidente',
        handovers: [],
        recusals: [],
        votes: [
          { name: 'Anne Présidente', choice: 'against', reason: 'Trop peu de membres décident.' },
          { name: 'Benoît Membre', choice: 'against', reason: '' },
          { name: 'David Membre', choice: 'against', reason: '' },
          { name: 'Chantal Membre', choice: 'abstain', reason: '' },
        ],
        casting: false,
        outcome: 'refused',
        reason: 'Le minimum d’un thème n’est pas atteint.',
        conditions: [],
      },
      {
        number: 'A-2026-000044',
        remarks: [],
        kind: 'initial',
        scope: null,
        organisation: 'Jardins partagés',
        chair: 'Anne Présidente',
        handovers: [],
        recusals: [],
        votes: [],
        casting: false,
        outcome: 'deferred',
        reason: 'Une pièce manque.',
        conditions: [],
      },
    ],
    approvals: [
      { name: 'Anne Présidente', at: '2026-11-26T08:00:00.000Z' },
      { name: 'Benoît Membre', at: '2026-11-26T09:12:00.000Z' },
    ],
    partial: true,
    digest: 'cd'.repeat(32),
    specimen: true,
    ...change,
  };
}
