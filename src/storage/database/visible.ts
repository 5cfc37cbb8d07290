import mongoose from 'mongoose';
import { seesAll, type View } from '../../policies/view.ts';
import type { CollectionName } from './database.ts';

/** Where a document says which organisation it belongs to and, as far as it belongs to one, which file. */
interface Owner {
  readonly organisation: string;
  readonly file?: string;
}

const ofItem: Owner = { organisation: 'context.organisationId', file: 'context.applicationId' };
const ofFile: Owner = { organisation: 'organisationId', file: 'applicationId' };
const ofOrganisation: Owner = { organisation: 'organisationId' };

/** By collection; what is not named here belongs to nobody. */
export const owners = {
  organisations: { ...ofOrganisation, organisation: '_id' },
  applications: { organisation: 'context.organisationId', file: '_id' },
  reviews: { organisation: 'organisationId', file: 'context.applicationId' },
  labels: ofItem,
  findings: ofItem,
  conditions: ofItem,
  appeals: ofItem,
  surveillances: ofItem,
  changes: ofItem,
  snapshots: { organisation: 'content.organisation.id', file: 'applicationId' },
  evidence: ofFile,
  correspondence: ofFile,
  attachments: ofFile,
  questionnaires: ofFile,
  sponsorships: ofFile,
  precedents: ofFile,
  ties: ofOrganisation,
  invitations: ofOrganisation,
  complaints: ofItem,
  conversations: ofOrganisation,
  apiKeys: ofOrganisation,
  deskRows: ofFile,
  bulkLines: ofFile,
  sentLetters: ofFile,
  casework: ofFile,
  seenItems: ofFile,
} as const satisfies Partial<Record<CollectionName, Owner>>;
const ownerIn: Partial<Record<CollectionName, Owner>> = owners;

/** What the office keeps for itself: an organisation's own people see nothing of it, though it is about what is theirs. */
export const inside: readonly CollectionName[] = ['casework', 'seenItems', 'deskRows'];

/**
 * Where a collection names another organisation that a document belongs to as well: its people see that one document, and
 * nothing else of the first organisation. Who is kept away from the first one is kept away from the document.
 */
const otherIn: Partial<Record<CollectionName, string>> = {
  sponsorships: 'sponsorId',
  conversations: 'writerId',
};

/** Where an application, and its row of the desk, name who had a part in it (policies/parts.ts). */
const partsIn: Partial<Record<CollectionName, readonly string[]>> = {
  applications: [
    'context.reviewers.personId',
    'context.earlierPeople',
    'context.moderatedBy',
    'context.rapporteur',
    'context.screenedBy',
  ],
  deskRows: ['parts'],
};

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
  return (name) => {
    const owner = ownerIn[name];
    if (owner === undefined) return [];
    if (only && inside.includes(name)) return [{ _id: mongoose.trusted({ $in: [] }) }];
    const { organisation, file } = owner;
    const apart = file && files.length > 0 ? [{ [file]: mongoose.trusted({ $nin: [...files] }) }] : [];
    if (all) return apart;
    const other = only ? otherIn[name] : undefined;
    const parts = (withoutPartOf !== undefined && partsIn[name]) || [];
    return [
      other === undefined ? within(organisation) : { $or: [within(organisation), within(other)] },
      ...parts.map((part) => ({ [part]: mongoose.trusted({ $ne: withoutPartOf }) })),
      ...apart,
    ];
  };
}
