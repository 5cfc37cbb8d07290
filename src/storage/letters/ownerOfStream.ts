import type { Connection } from 'mongoose';
import { chainCollections, chainsOf } from '../database/chainsOf.ts';
import { owners } from '../database/visible.ts';

/** Which organisation and which file a chain belongs to; null where it belongs to none. */
export async function ownerOfStream(connection: Connection, stream: string) {
  const [kind = '', id = ''] = stream.split('/');
  const name = chainCollections.find((one) => chainsOf[one].some((known) => known === kind));
  if (!name) return { organisationId: null, applicationId: null };
  const { organisation, file } = { file: undefined, ...owners[name] };
  const projection = { [organisation]: 1, ...(file && { [file]: 1 }) };
  const found = await connection.collection<{ _id: string }>(name).findOne({ _id: id }, { projection });
  return { organisationId: textAt(found, organisation), applicationId: textAt(found, file ?? '') };
}

/** The text in a document below a path with dots; null where there is none. */
function textAt(document: unknown, path: string): string | null {
  const found = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | null)?.[name], document);
  return typeof found === 'string' && found !== '' ? found : null;
}
