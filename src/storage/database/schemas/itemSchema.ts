import { Schema } from 'mongoose';

/** What fields can hold: `thing` is plain data of any shape, `things` a list of it. */
const kinds = {
  text: String,
  texts: [String],
  number: Number,
  flag: Boolean,
  time: Date,
  thing: Schema.Types.Mixed,
  things: [Schema.Types.Mixed],
};

/** Names of fields by what they hold, between spaces. */
export type Fields = Partial<Record<keyof typeof kinds, string>>;

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
export function keyedSchema(fields: Fields): Schema {
  const schema = new Schema({ _id: String }, options);
  for (const [kind, type] of Object.entries(kinds)) {
    const names = fields[kind as keyof Fields]?.split(' ') ?? [];
    for (const name of names) schema.add({ [name]: type });
  }
  return schema;
}

/** An item with a revision and the end of its record chain (commands/items/, Item). */
export function itemSchema(fields: Fields): Schema {
  return keyedSchema(fields).add({ revision: Number, head: { _id: false, seq: Number, hash: String } });
}

/** An item that a machine rules (workflow/stored.ts, Stored). */
export function statefulSchema(fields: Fields): Schema {
  return itemSchema(fields).add({ machineVersion: Number, state: String, context: Schema.Types.Mixed });
}
