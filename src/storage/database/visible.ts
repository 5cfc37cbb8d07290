import mongoose from 'mongoose';
import { seesAll, type View } from '../../policies/view.ts';
import type { CollectionName } from './database.ts';

/** Where a collection says which organisation a document belongs to; one that is not named here belongs to none. */
const organisationIn: Partial<Record<CollectionName, string>> = {
  organisations: '_id',
  applications: 'context.organisationId',
  reviews: 'organisationId',
  labels: 'context.organisationId',
  snapshots: 'content.organisation.id',
  ties: 'organisationId',
  invitations: 'organisationId',
  evidence: 'organisationId',
  sponsorships: 'organisationId',
  findings: 'context.organisationId',
  appeals: 'context.organisationId',
  precedents: 'organisationId',
  complaints: 'organisationId',
};

/**
 * Where a collection names another organisation that a document belongs to as well: its people see that one document, and
 * nothing else of the first organisation. Who is kept away from the first one is kept away from the document.
 */
const otherIn: Partial<Record<CollectionName, string>> = { sponsorships: 'sponsorId' };

/** Where a collection says which file a document belongs to. */
const fileIn: Partial<Record<CollectionName, string>> = {
  applications: '_id',
  reviews: 'context.applicationId',
  labels: 'context.applicationId',
  snapshots: 'applicationId',
  evidence: 'applicationId',
  sponsorships: 'applicationId',
  findings: 'context.applicationId',
  appeals: 'context.applicationId',
  precedents: 'applicationId',
};

/** Where an application names who had a part in it (policies/parts.ts). */
const partsIn = [
  'context.reviewers.personId',
  'context.earlierPeople',
  'context.moderatedBy',
  'context.rapporteur',
  'context.screenedBy',
];

/** What a view adds to every filter on a collection, so that what is outside it is not read at all. */
export type Visible = (name: CollectionName) => readonly object[];

/** The filter of a view; the whole store adds nothing. */
export function visible(view: View): Visible {
  const only = 'only' in view;
  const condition = only ? { $in: [...view.only] } : { $nin: [...view.except] };
  const all = seesAll(view);
  const files = only ? [] : (view.files ?? []);
  const withoutPartOf = only ? undefined : view.withoutPartOf;
  const within = (field: string) => ({ [field]: mongoose.trusted({ ...condition }) });
  const apart = (name: CollectionName) => {
    const field = fileIn[name];
    return field === undefined || files.length === 0
      ? []
      : [{ [field]: mongoose.trusted({ $nin: [...files] }) }];
  };
  return (name) => [...ofOrganisations(name), ...apart(name)];

  function ofOrganisations(name: CollectionName): object[] {
    const field = organisationIn[name];
    if (all || field === undefined) return [];
    const other = only ? otherIn[name] : undefined;
    const parts = withoutPartOf !== undefined && name === 'applications' ? partsIn : [];
    return [
      other === undefined ? within(field) : { $or: [within(field), within(other)] },
      ...parts.map((part) => ({ [part]: mongoose.trusted({ $ne: withoutPartOf }) })),
    ];
  }
}
