import type { mongo } from 'mongoose';
import { shardKeys } from '../../../src/storage/database/shardKeys.ts';
import type { Sent } from './sentCommands.ts';

type Document = mongo.BSON.Document;

/** Where the router of a cluster sends a command: to the one shard that has all of a collection, to that of a key, or to all. */
export type Routing = 'whole' | 'targeted' | 'scattered';

/** What a command sends the router by; a collection that it joins counts as well, and is never one of several shards here. */
export function routingOf({ name, collection, command }: Sent): Routing {
  const joined = JSON.stringify(command.pipeline ?? []);
  const all = [
    collection,
    ...[...joined.matchAll(/"(?:from|coll|\$unionWith)":"([^"]+)"/g)].map(([, one]) => String(one)),
  ];
  if (!all.some((one) => one in shardKeys)) return 'whole';
  const [field = ''] = Object.keys(shardKeys[collection] ?? {});
  const filters = filtersOf(name, command);
  return all.length === 1 && filters.every((filter) => fixes(filter, field)) ? 'targeted' : 'scattered';
}

function filtersOf(name: string, command: Document): Document[] {
  switch (name) {
    case 'find':
      return [command.filter ?? {}];
    case 'aggregate':
      return [command.pipeline[0]?.$match ?? {}];
    case 'insert':
      return command.documents;
    case 'update':
      return command.updates.map(({ q }: Document) => q);
    case 'delete':
      return command.deletes.map(({ q }: Document) => q);
    default:
      return [command.query ?? {}];
  }
}

/** Whether a filter names the values of a field, one or some. */
function fixes(filter: Document, field: string): boolean {
  const { $and: parts = [] } = filter;
  const value = filter[field];
  const isValue =
    value !== undefined && (typeof value !== 'object' || value === null || !hasOperators(value));
  return (
    isValue ||
    '$eq' in Object(value) ||
    '$in' in Object(value) ||
    parts.some((part: Document) => fixes(part, field))
  );
}

/** An ObjectId is an object too. */
function hasOperators(value: object): boolean {
  return Object.keys(value).some((key) => key.startsWith('$'));
}
