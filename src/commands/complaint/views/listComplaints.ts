import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { pageOf } from '../../common/pages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Complaints on one page. */
const pageSize = 25;

/** Complaints for officers, the newest first, those after the number `last`; none of an organisation that they are tied to. */
export async function listComplaints({ store }: Pick<Deps, 'store'>, asker: Asker, last?: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const all = await store.complaints({ limit: pageSize + 1, ...(last !== undefined && { last }) });
  const page = pageOf(all, pageSize);
  return { complaints: page.items, next: page.last?.id ?? null };
}

/** The photo of a complaint with its bytes, for officers. */
export async function readComplaintPhoto({ store, files }: Deps, asker: Asker, id: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const photo = requireVisible(requireVisible(await store.complaint(id)).photo);
  const { bytes } = requireVisible(await files.read(photo.digest));
  return { photo, bytes };
}
