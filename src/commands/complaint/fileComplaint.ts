import { invalid } from '../../errors.ts';
import { complaintNumber } from '../../register/complaintNumber.ts';
import { dayOf } from '../../register/day.ts';
import { readNumber } from '../../register/number.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import { visitorActor } from '../common/actor.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Complaint } from '../items/complaint.ts';
import type { Deps } from '../ports/ports.ts';

/** What someone reports, without saying who they are. */
export interface NewComplaint extends Pick<Complaint, 'language' | 'number' | 'place' | 'text' | 'link'> {
  readonly email: string;
  readonly photo: { readonly bytes: Buffer; readonly name: string } | null;
  /** Id of the request, as the journal names it. */
  readonly request: string;
  /** The token of its form: the same content with the same token is the same complaint. */
  readonly once?: string | undefined;
}

/** Takes a complaint once and gives its number; `invalid` when its photo is not clean or no picture, and nothing is kept then. */
export async function fileComplaint(
  deps: Pick<Deps, 'store' | 'files' | 'intake' | 'clock' | 'ids'>,
  { photo, email, request, once, ...report }: NewComplaint,
): Promise<string> {
  const { store, files, ids } = deps;
  const clean = photo && (await cleanPhoto(deps, photo));
  const sent = once && digestOf({ ...report, email, once, photo: clean?.file.originalDigest ?? null });
  const known = sent ? await store.complaintSent(sent) : null;
  if (known !== null) return known;
  const read = readNumber(report.number);
  const entry = read.kind === 'number' ? await store.entry(read.number) : null;
  const at = deps.clock.now().toISOString();
  const year = Number(dayOf(at).slice(0, 4));
  const id = complaintNumber(year, await store.nextNumber('complaint', year));
  if (clean) await files.save(clean.bytes, clean.file.contentType);
  const complaint: Complaint = {
    id,
    state: 'received',
    receivedAt: at,
    ...report,
    labelNumber: entry?.number ?? null,
    organisationId: entry?.organisation.id ?? null,
    email: email === '' ? null : email,
    photo: clean && { ...clean.file, size: clean.bytes.length },
    ...(sent && { sent }),
  };
  const isNew = await store.addComplaint(complaint, { id: ids.next(), at, actor: visitorActor(request) });
  // The same complaint came first, at the same time.
  return isNew || !sent ? id : requireVisible(await store.complaintSent(sent));
}

async function cleanPhoto({ intake }: Pick<Deps, 'intake'>, photo: NonNullable<NewComplaint['photo']>) {
  const { bytes, ...file } = await intake.receive(photo.bytes, photo.name);
  if (!/^image\/|^application\/pdf$/.test(file.contentType)) throw invalid('file', 'notAPhoto');
  return { bytes, file };
}
