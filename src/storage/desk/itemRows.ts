import type { Application, Label, Organisation, Snapshot } from '../../commands/items/items.ts';
import type { DeskRow } from '../../commands/ports/deskPorts.ts';
import { deskId, deskWords } from '../../commands/ports/deskTerms.ts';
import type { Assessment } from '../../criteria/assessment.ts';
import type { Offer } from '../../criteria/offer.ts';
import { dayOf } from '../../register/day.ts';
import { folded } from '../../register/folded.ts';
import { firstDueOf, lastDayOf, marksOf } from './labelFacts.ts';
import { type StoredRow, storedRow } from './storedRow.ts';

/** What officers added to an item. */
export interface Added {
  readonly owner?: string | null;
  readonly tags?: readonly string[];
  readonly followers?: readonly string[];
}

/** What the row of an item is made of, as it is stored. */
interface Beside {
  readonly organisation: Organisation;
  readonly added: Added;
  /** When the last thing happened to it. */
  readonly lastAt: string;
}

/** A file with what its row takes from elsewhere. */
export interface FileParts extends Beside {
  readonly application: Application;
  readonly snapshot: Pick<Snapshot, 'content'> | null;
  readonly label: Pick<Label, 'state' | 'context'> | null;
  /** Of those who score it or are invited to. */
  readonly reviewers: readonly string[];
}

/** A label with what its row takes from elsewhere. */
export interface LabelParts extends Beside {
  readonly label: Label;
  /** Until when its holder owes something else than what the label itself knows of. */
  readonly owed: readonly string[];
}

/** The row of a file; null for one that was not sent. */
export function fileRow(file: FileParts, sinceBefore: (state: string) => string | null): StoredRow | null {
  const { application, organisation, label, snapshot, reviewers, lastAt } = file;
  const { id, state, submittedAt, context, information = [] } = application;
  if (submittedAt === null) return null;
  const scored = context.reviewers.map(({ personId }) => personId);
  const others = [context.moderatedBy, context.rapporteur, context.screenedBy].filter((one) => one !== null);
  const row: DeskRow = {
    id: deskId('files', id),
    kind: 'files',
    applicationId: id,
    state,
    labelState: label?.state ?? null,
    marks: label ? marksOf(label) : [],
    offers: [],
    ...organisationOf(organisation),
    number: context.labelNumber,
    applicationKind: context.kind,
    scope: context.scope?.label ?? null,
    begunAt: submittedAt,
    information: information.map(({ askedAt, dueAt, answeredAt }) => ({ askedAt, dueAt, answeredAt })),
    since: sinceBefore(state) ?? lastAt,
    dueOn: context.dueAt === null ? null : dayOf(context.dueAt),
    endsOn: null,
    reviewers: [...new Set([...reviewers, ...scored])],
    parts: [...new Set([...scored, ...context.earlierPeople, ...others])],
    ...addedTo(file.added),
    changedAt: lastAt,
  };
  // What an applicant did not send yet is theirs alone.
  const asked = information.flatMap(({ items, answeredAt }) =>
    items.flatMap(({ question, answer }) => (answeredAt === null ? [question] : [question, answer])),
  );
  const texts = [id, row.number, ...namesOf(organisation), ...(snapshot ? sent(snapshot) : []), ...asked];
  return found(row, texts);
}

/** The row of a label. */
export function labelRow({ label, organisation, added, lastAt, owed }: LabelParts): StoredRow {
  const { id, state, context, offers, history, name } = label;
  const row: DeskRow = {
    id: deskId('labels', id),
    kind: 'labels',
    applicationId: context.applicationId,
    state,
    labelState: null,
    marks: marksOf(label),
    offers: offers.map((offer) => offer.name),
    ...organisationOf(organisation),
    ...(name !== undefined && { name }),
    number: id,
    applicationKind: null,
    scope: null,
    begunAt: context.since,
    information: [],
    since: history.at(-1)?.at ?? lastAt,
    dueOn: firstDueOf(label, owed),
    endsOn: lastDayOf(label),
    reviewers: [],
    parts: [],
    ...addedTo(added),
    changedAt: lastAt,
  };
  return found(row, [id, context.applicationId, name ?? '', ...namesOf(organisation), ...offerTexts(offers)]);
}

function found(row: DeskRow, texts: readonly (string | null)[]): StoredRow {
  return storedRow(row, { name: folded(row.name), terms: texts.flatMap((text) => deskWords(text ?? '')) });
}

function organisationOf({ id, name, commune, region, sector }: Organisation) {
  return { organisationId: id, name, commune, region, sector };
}

function addedTo({ owner = null, tags = [], followers = [] }: Added) {
  return { owner, tags, followers };
}

function namesOf({ name, formerNames, commune, postcode, identifier, website }: Organisation): string[] {
  return [name, ...formerNames.map((former) => former.name), `${postcode} ${commune}`, identifier, website];
}

/** Every text that was frozen with a file, and the names of those who signed it or advised. */
function sent({ content }: Pick<Snapshot, 'content'>): string[] {
  const { organisation, assessment, offers, evidence, declarations, advisers = [] } = content;
  return [
    organisation.name,
    ...offerTexts(offers),
    ...assessmentTexts(assessment),
    ...evidence.map(({ name }) => name),
    ...(declarations ? [declarations.name] : []),
    ...advisers,
  ];
}

function offerTexts(offers: readonly Offer[]): string[] {
  return offers.flatMap(({ name, sheet, price = '', delivery = '' }) => [name, sheet, price, delivery]);
}

function assessmentTexts({ answers, offers }: Assessment): string[] {
  const all = [...answers, ...offers.flatMap((offer) => offer.answers)];
  const lines = offers.flatMap((offer) => offer.lines ?? []);
  return [...all.flatMap(({ evidence, comment }) => [evidence, comment]), ...lines.map(({ what }) => what)];
}
