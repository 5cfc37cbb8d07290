import { ulid } from 'ulid';
import type { FilledFile } from '../../commands/ports/bulk.ts';
import type { PublishedScheme, Scheme } from '../../criteria/scheme.ts';
import { bindingLanguage } from '../../profile/profile.ts';
import { specimenPeople } from '../../profile/specimenPeople.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { regions } from '../../register/region.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { ApplicationEvent } from '../../workflow/events.ts';
import type { StoredApplication } from '../../workflow/stored.ts';
import { currentVersion } from '../../workflow/versions.ts';
import { specimenOrganisation } from './organisation.ts';
import { random } from './random.ts';
import type { SpecimenWords } from './readWords.ts';
import { livedFrom, question, specimenLife } from './specimenLife.ts';

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
  const life = specimenLife(chance, today);
  const at = life.sentAt;
  const drawn = specimenOrganisation(chance, words, scheme, Date.parse(at));
  const { name, legalForm, commune, sector, website = '' } = drawn.organisation;
  const personId = ulid(Date.parse(at), chance.fraction);
  const organisation: FilledFile['organisation'] = {
    ...{ id: drawn.organisation.id, name, legalForm, commune, sector, website, specimen: true },
    ...{ identifier: '', street: '', postcode: '', region: regions[0], founded: null },
    ...{ acceptsLeman: drawn.acceptsLeman, formerNames: [], mergedInto: null },
  };
  const offers = drawn.offers.map(({ madeHere: _, ...offer }) => offer);
  const sentence = () =>
    chance.pick(words.sheets[bindingLanguage]).replace('{offer}', name).replace('{commune}', commune);
  const answers = scheme.criteria.map(({ id: criterion }) => ({
    ...{ criterion, level: 2, na: false, evidence: '' },
    comment: `${sentence()} ${chance.pick(words.evocations)} ${chance.pick(words.complements)}.`,
  }));
  const declarations = {
    rulesAccepted: true,
    exclusions: {},
    name: `${specimenPeople.specimen} ${n}`,
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
  const events = life.events(personId);
  const { stored, ...lived } = livedFrom(sentFile(id, organisation.id, scheme), events);
  const asked = events.find(({ type }) => type === 'requestInformation');
  return {
    ...lived,
    organisation,
    owner: {
      ...{
        id: personId,
        email: `demande-${id.toLowerCase()}@specimen.example`,
        name: `${specimenPeople.specimen} ${n}`,
      },
      ...{ language: drawn.language, roles: [], unsubscribed: [], removedAt: null, seenOn: dayOf(at) },
      memberships: [{ organisationId: organisation.id, role: 'owner' }],
    },
    application: {
      ...{ id, ...stored },
      ...{ startedAt: at, submittedAt: at, moderation: [], recommendation: null, decisionReason: '' },
      ...(asked?.type === 'requestInformation' && { information: [roundOf(id, asked)] }),
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

function roundOf(id: string, { at, dueAt }: Extract<ApplicationEvent, { type: 'requestInformation' }>) {
  const item = { id: `${id}-Q`, place: null, question, answer: '' };
  return { askedAt: at, dueAt, answeredAt: null, items: [item] };
}

/** A first request once it was sent. */
function sentFile(applicationId: string, organisationId: string, scheme: Scheme): StoredApplication {
  const { reviewers, reviewerLoad, quorum, informationRounds, correctionRounds } = scheme.process;
  return {
    machineVersion: currentVersion.application,
    state: 'screening',
    context: {
      ...{ applicationId, organisationId, kind: 'initial', scope: null, succeeds: null },
      limits: { reviewers, reviewerLoad, quorum, informationRounds, correctionRounds, castingVote: false },
      ...{ criteriaVersion: scheme.version, snapshots: 1, screenedBy: null },
      ...{ reviewers: [], earlierPeople: [], moderatedBy: null, rapporteur: null, deciders: [] },
      ...{ informationRounds: 0, correctionRounds: 0, openFindings: 0, returnTo: null, outcome: null },
      ...{ conditions: [], dueAt: null, appealAgainst: null, labelNumber: null },
    },
  };
}
