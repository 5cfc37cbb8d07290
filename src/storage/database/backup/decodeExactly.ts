import mongoose, { type mongo } from 'mongoose';

const { deserialize, onDemand } = mongoose.mongo.BSON;
const exact = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;
/** Kinds of an element (bsonspec.org). */
const document = 3;
const array = 4;

/**
 * A document that is written again with the very same bytes: numbers keep their kind, and fields their order. An object of JavaScript moves
 * names that look like numbers to its front, so that where there are some, what lies below becomes maps.
 */
export function decodeExactly(bytes: Uint8Array): mongo.Document {
  const decoded = deserialize(bytes, exact);
  return hasNumericName(decoded) ? Object.fromEntries(inOrder(bytes, 0, decoded)) : decoded;
}

function hasNumericName(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasNumericName);
  if (!isPlain(value)) return false;
  return Object.entries(value).some(([name, below]) => /^\d+$/.test(name) || hasNumericName(below));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Fields with their values, in the order in which they lie in the bytes. */
function inOrder(
  bytes: Uint8Array,
  start: number,
  decoded: Readonly<Record<string, unknown>>,
): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [type, nameAt, nameLength, at] of onDemand.parseToElements(bytes, start)) {
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + nameAt, nameLength).toString('utf8');
    const value = decoded[name];
    if (type === document) fields.set(name, inOrder(bytes, at, value as typeof decoded));
    else if (type === array) fields.set(name, [...inOrder(bytes, at, { ...(value as object) }).values()]);
    else fields.set(name, value);
  }
  return fields;
}
