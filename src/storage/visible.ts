import mongoose from 'mongoose';
import type { View } from '../policies/view.ts';
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
};

/** What a view adds to every filter on a collection, so that what is outside it is not read at all. */
export type Visible = (name: CollectionName) => readonly object[];

/** The filter of a view; the whole store adds nothing. */
export function visible(view: View): Visible {
  const condition = 'only' in view ? { $in: [...view.only] } : { $nin: [...view.except] };
  const all = 'except' in view && view.except.length === 0;
  return (name) => {
    const field = organisationIn[name];
    return all || field === undefined ? [] : [{ [field]: mongoose.trusted({ ...condition }) }];
  };
}
