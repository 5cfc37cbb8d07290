import { invalid } from '../../errors.ts';
import { everything } from '../../policies/view.ts';
import { complaintNumber } from '../../register/complaintNumber.ts';
import { addDays, dayOf, endOfDay } from '../../register/day.ts';
import { readNumber } from '../../register/number.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { StoredComplaint } from '../../workflow/storedComplaint.ts';
import { currentVersion } from '../../workflow/versions.ts';
import { visitorActor } from '../common/actor.ts';
import { addItem } from '../common/noteOn.ts';
import { retryOnConflict } from '../common/retryOnConflict.ts';
import { isSecret, newSecret, secretHash } from '../common/secret.ts';
import type { Complaint } from '../items/complaint.ts';
import type { Deps } from '../ports/ports.ts';
import { reportedIn } from './reportedIn.ts';

/** What someone reports, without saying who they are. */
export interface NewComplaint
  extends Pick<Complaint, 'language' | 'kind' | 'number' | 'place' | 'text' | 'link'> {
  readonly email: string;
  readonly photo: { readonly bytes: Buffer; readonly name: string } | null;
  /** Id of the request, as the journal names it. */
  readonly request: string;
  /** The token of its form: the same content with the same token is the same complaint. */
  readonly once?: string | undefined;
  /** The secret that its form was given (secret.ts); it gets one where it has none. */
  readonly secret?: string | undefined;
}

/** What is told on the page that says thanks. */
export interface FiledComplaint {
  readonly number: string;
  readonly secret: string | null;
  /** Until when it is answered. */
  readonly dueAt: string;
}

type With = Pick<Deps, 'store' | 'files' | 'intake' | 'clock' | 'ids' | 'procedure' | 'publicUrl'>;

/**
 * Takes a complaint once; gives its number and its secret, which is null where it came before with another one. `invalid` when its
 * photo is not clean or no picture, or a misuse says no place, and nothing is kept then.
 */
export async function fileComplaint(
  deps: With,
  { photo, email, request, once, secret = newSecret(deps), ...report }: NewComplaint,
): Promise<FiledComplaint> {
  const { store, files } = deps;
  if (report.kind === 'misuse' && report.place === null) throw invalid('place', 'chooseOne');
  const clean = photo && (await cleanPhoto(deps, photo));
  const sent = once && digestOf({ ...report, email, once, photo: clean?.file.originalDigest ?? null });
  if (clean) await files.save(clean.bytes, clean.file.contentType);
  // Of two that come at the same time, the second finds the first.
  return retryOnConflict(async () => {
    const known = sent ? await store.complaintSent(sent) : null;
    if (known !== null) return sentBefore(known, secret);
    const at = deps.clock.now().toISOString();
    const named = report.number || (reportedIn(report.link, deps.publicUrl)?.number ?? '');
    const stored = await storedComplaint(deps, named, at);
    const id = stored.context.complaintId;
    const after = {
      id,
      ...stored,
      receivedAt: at,
      ...report,
      email: email === '' ? null : email,
      photo: clean && { ...clean.file, size: clean.bytes.length },
      secretHash: secretHash(secret),
      words: [],
      ...(sent && { sent }),
    };
    const line = {
      at,
      actor: visitorActor(request),
      facts: ['complaint.received'],
      data: { stored },
    } as const;
    await store.commit([addItem(deps, 'complaints', after, line)]);
    return { number: id, secret, dueAt: stored.context.dueAt };
  });
}

/** How a complaint begins: with the label that it names, where that is one of ours. */
async function storedComplaint(deps: With, typed: string, at: string): Promise<StoredComplaint> {
  const { store, procedure } = deps;
  const read = readNumber(typed);
  const entry = read.kind === 'number' ? await store.entry(read.number) : null;
  // Which file a label belongs to is hidden from visitors; whoever handles the complaint is kept away from it by their part there.
  const label = entry && (await store.seenBy(everything).label(entry.number));
  const year = Number(dayOf(at).slice(0, 4));
  return {
    machineVersion: currentVersion.complaint,
    state: 'received',
    context: {
      complaintId: complaintNumber(year, await store.nextNumber('complaint', year)),
      labelNumber: entry?.number ?? null,
      applicationId: label?.context.applicationId ?? null,
      organisationId: entry?.organisation.id ?? null,
      dueAt: answerDue(procedure, at),
      handler: null,
      outsider: null,
      earlierHandlers: [],
      statement: null,
      outcome: null,
      contested: false,
    },
  };
}

/** Until when a complaint that comes at an instant is answered. */
export function answerDue({ complaint }: Deps['procedure'], at: string): string {
  return endOfDay(addDays(dayOf(at), complaint.answerDays));
}

/** A form that was sent twice shows its secret again; of a complaint from another form, nobody is told it. */
function sentBefore({ id, secretHash: kept, context }: Complaint, secret: string): FiledComplaint {
  return { number: id, secret: isSecret(kept, secret) ? secret : null, dueAt: context.dueAt };
}

async function cleanPhoto({ intake }: Pick<Deps, 'intake'>, photo: NonNullable<NewComplaint['photo']>) {
  const { bytes, ...file } = await intake.receive(photo.bytes, photo.name);
  if (!/^image\/|^application\/pdf$/.test(file.contentType)) throw invalid('file', 'notAPhoto');
  return { bytes, file };
}
