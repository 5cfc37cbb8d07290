import { ulid } from 'ulid';
import type { FilledFile } from '../../commands/ports/bulk.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import { addDays, type Day } from '../../register/day.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { ApplicationState } from '../../workflow/stored.ts';
import { currentVersion } from '../../workflow/versions.ts';
import { specimenOrganisation } from './organisation.ts';
import { random } from './random.ts';
import type { SpecimenWords } from './readWords.ts';

/** Where specimens of files wait, the first ones more often: nobody else has a part in a file in one of these states. */
const states: readonly ApplicationState[] = [
  'screening',
  'assignment',
  'informationRequested',
  'closed',
  'withdrawn',
];
/** Days since it was sent, at most. */
const oldest = 400;

export interface FileOrder {
  readonly seed: number;
  readonly today: Day;
  readonly published: PublishedScheme;
  readonly words: SpecimenWords;
}

/** The nth specimen of a file under a number: its organisation, whoever sent it, what was frozen of it. */
export function specimenFile(
  n: number,
  id: string,
  { seed, today, published, words }: FileOrder,
): FilledFile {
  const chance = random(seed, n);
  const { scheme, digest } = published;
  const sentOn = addDays(today, -chance.between(1, oldest));
  const at = `${sentOn}T09:00:00.000Z`;
  const drawn = specimenOrganisation(chance, words, scheme, Date.parse(at));
  const { name, legalForm, commune, sector, website = '' } = drawn.organisation;
  const personId = ulid(Date.parse(at), chance.fraction);
  const organisation: FilledFile['organisation'] = {
    ...{ id: drawn.organisation.id, name, legalForm, commune, sector, website, specimen: true },
    ...{ identifier: '', street: '', postcode: '', region: 'geneva', founded: null },
    ...{ acceptsLeman: drawn.acceptsLeman, formerNames: [], mergedInto: null },
  };
  const offers = drawn.offers.map(({ madeHere: _, ...offer }) => offer);
  const sentence = () => chance.pick(words.sheets.fr).replace('{offer}', name).replace('{commune}', commune);
  const answers = scheme.criteria.map(({ id: criterion }) => ({
    ...{ criterion, level: 2, na: false, evidence: '' },
    comment: `${sentence()} ${chance.pick(words.evocations)} ${chance.pick(words.complements)}.`,
  }));
  const declarations = {
    rulesAccepted: true,
    exclusions: {},
    name: `Spécimen ${n}`,
    role: 'owner',
    personId,
    at,
  };
  const content: FilledFile['snapshot']['content'] = {
    organisation,
    assessment: { facts: {}, answers: answers as never, offers: [] },
    offers,
    showScores: false,
    evidence: [],
    declarations: declarations as NonNullable<FilledFile['snapshot']['content']['declarations']>,
    criteria: { version: scheme.version, digest },
  };
  const state = chance.pickEarly(states);
  const waits = state === 'informationRequested';
  const dueAt = waits ? `${addDays(today, chance.between(-10, 30))}T22:59:59.000Z` : null;
  const { reviewers, reviewerLoad, quorum, informationRounds, correctionRounds } = scheme.process;
  const item = { id: `${id}-Q`, place: null, question: 'Depuis quand ?', answer: '' };
  return {
    organisation,
    owner: {
      ...{ id: personId, email: `demande-${id.toLowerCase()}@specimen.example`, name: `Spécimen ${n}` },
      ...{ language: drawn.language, roles: [], unsubscribed: [], removedAt: null, seenOn: sentOn },
      memberships: [{ organisationId: organisation.id, role: 'owner' }],
    },
    application: {
      id,
      machineVersion: currentVersion.application,
      state,
      context: {
        ...{
          applicationId: id,
          organisationId: organisation.id,
          kind: 'initial',
          scope: null,
          succeeds: null,
        },
        limits: { reviewers, reviewerLoad, quorum, informationRounds, correctionRounds, castingVote: false },
        ...{
          criteriaVersion: scheme.version,
          snapshots: 1,
          screenedBy: null,
          reviewers: [],
          earlierPeople: [],
        },
        ...{ moderatedBy: null, rapporteur: null, deciders: [], informationRounds: waits ? 1 : 0 },
        ...{ correctionRounds: 0, openFindings: 0, returnTo: waits ? 'screening' : null, outcome: null },
        ...{ conditions: [], dueAt, appealAgainst: null, labelNumber: null },
      },
      ...{ startedAt: at, submittedAt: at, moderation: [], recommendation: null, decisionReason: '' },
      ...(dueAt !== null && { information: [{ askedAt: at, dueAt, answeredAt: null, items: [item] }] }),
    },
    snapshot: {
      applicationId: id,
      n: 1,
      at,
      criteriaVersion: scheme.version,
      digest: digestOf(content),
      content,
    },
  };
}
