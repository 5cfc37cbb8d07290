import { everything } from '../../policies/view.ts';
import { visitorActor } from '../common/actor.ts';
import { evenly } from '../common/evenly.ts';
import { changeItem } from '../common/noteOn.ts';
import { newSecret, secretHash } from '../common/secret.ts';
import type { Deps } from '../ports/ports.ts';

interface Lost {
  readonly number: string;
  readonly email: string;
  /** Id of the request, as the journal names it. */
  readonly request: string;
}

const sendEvenly = evenly();

/**
 * Sends a new secret of a complaint to the address that was given with it, where this is that one; the old secret opens nothing any more.
 * The answer is the same for every number and address.
 */
export async function renewComplaintSecret(
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'mailer' | 'publicUrl'>,
  { number, email, request }: Lost,
): Promise<void> {
  const store = deps.store.seenBy(everything);
  const complaint = await store.complaint(number);
  await sendEvenly(deps.mailer, complaint?.email === email, async () => {
    if (!complaint) return;
    const secret = newSecret(deps);
    const { language } = complaint;
    const at = deps.clock.now().toISOString();
    const line = { at, actor: visitorActor(request), facts: ['complaint.secretRenewed'] } as const;
    await store.commit([changeItem(deps, 'complaints', complaint, { secretHash: secretHash(secret) }, line)]);
    await deps.mailer.send({
      kind: 'complaintSecret',
      to: { email, language, personId: null, name: '' },
      params: { complaint: number, secret, link: `${deps.publicUrl}/${language}/report/${number}` },
    });
  });
}
