import type { DecisionPaper } from '../../../src/commands/items/papers.ts';
import { contentSample } from './paperSample.ts';
import { realScheme } from './realScheme.ts';

/** The letter of a label granted with a condition. */
export function decisionSample(change: Partial<DecisionPaper> = {}): DecisionPaper {
  const published = realScheme();
  const { organisation, offers } = contentSample();
  return {
    language: 'fr',
    applicationId: 'A-2026-000042',
    kind: 'initial',
    scope: null,
    organisation,
    outcome: 'grantedWithConditions',
    decidedAt: '2026-11-20T17:00:00.000Z',
    announcedAt: '2026-11-24T09:31:07.000Z',
    dueAt: '2027-01-11T22:59:59.999Z',
    reason: 'Les critères sont remplis.\nUn point reste à améliorer.',
    conditions: [{ text: 'Publier l’écart de salaires.', due: '2027-03-31' }],
    findings: [],
    offers: offers.map(({ name }) => name),
    lost: [],
    result: {
      overall: { shown: 64.3 },
      threshold: 50,
      themes: published.scheme.themes
        .filter(({ scope }) => scope === 'organisation')
        .map(({ id }, i) => ({ theme: id, shown: i === 0 ? null : 40 + 5 * i, floor: 25 })),
    },
    published,
    address: 'https://label.example/fr/applications/A-2026-000042',
    ...change,
  };
}
