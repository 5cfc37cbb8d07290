import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { maxOffers } from '../../../commands/application/selfAssessment/editOffers.ts';
import { maxLines } from '../../../commands/application/transfer/line.ts';
import { LabelError } from '../../../errors.ts';
import { entryShape, refuseFile } from '../../forms/entry.ts';
import { once } from '../../forms/fields.ts';

/** Most characters that a form carries along, below what a body may have; and most that they may unpack to. */
const maxPacked = 200_000;
const maxUnpacked = 6 * 1024 * 1024;

/** What a form carries along: what was read, and the ids of the offers that it adds. */
const carriedShape = z.strictObject({
  criteriaVersion: z.string(),
  entries: z.array(entryShape).max(maxLines),
  newOffers: z.array(z.strictObject({ offer: z.int().min(1).max(999), id: once.unwrap() })).max(maxOffers),
});
type Carried = z.infer<typeof carriedShape>;

/**
 * What was read of a file, packed for a hidden field: the file itself is not kept between the report and the button. Nothing
 * of it is believed when it comes back, each line is looked at again as if it were read anew.
 */
export function packed(carried: Carried): string {
  const field = deflateRawSync(JSON.stringify(carried)).toString('base64url');
  return field.length > maxPacked ? refuseFile('importTooLong') : field;
}

/** The same, back again; `badRequest` for what this service did not pack. */
export function unpacked(field: string): Carried {
  try {
    const bytes = inflateRawSync(Buffer.from(field, 'base64url'), { maxOutputLength: maxUnpacked });
    return carriedShape.parse(JSON.parse(bytes.toString()));
  } catch {
    throw new LabelError('badRequest');
  }
}
