import { Schema, type SchemaDefinition } from 'mongoose';

const Mixed = Schema.Types.Mixed;

/** Options of every collection: our own ids, no hidden version key, no field that the schema does not know, indexes by migration. */
const options = {
  versionKey: false,
  strict: 'throw',
  strictQuery: 'throw',
  autoIndex: false,
  autoCreate: false,
  minimize: false,
} as const;

/** A schema whose `_id` is our own string id. */
export function keyedSchema(fields: SchemaDefinition): Schema {
  return new Schema({ _id: String, ...fields }, options);
}

/** An item with a revision and the end of its record chain (commands/items/, Item). */
export function itemSchema(fields: SchemaDefinition): Schema {
  return keyedSchema({ revision: Number, head: { _id: false, seq: Number, hash: String }, ...fields });
}

/** An item that a machine rules (workflow/stored.ts, Stored). */
export function statefulSchema(fields: SchemaDefinition): Schema {
  return itemSchema({ machineVersion: Number, state: String, context: Mixed, ...fields });
}
