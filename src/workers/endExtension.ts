import { systemActor } from '../commands/common/actor.ts';
import { applyToLabel } from '../commands/common/applyEvent.ts';
import { requireVisible } from '../commands/common/requireVisible.ts';
import { labelRow } from '../commands/label/labelEntry.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';

/**
 * A label that held on only while its renewal was looked at ends with that renewal: refused for good, withdrawn or lapsed. One
 * whose own period still runs, or that another renewal keeps, holds on. Done already, it does nothing.
 */
export async function endExtension(deps: Deps, job: Job): Promise<void> {
  const { store } = deps;
  const application = requireVisible(await store.application(job.stream.slice('applications/'.length)));
  const { kind, snapshots, organisationId } = application.context;
  if (kind !== 'renewal' || snapshots === 0) return;
  const snapshot = requireVisible(await store.snapshot(application.id, snapshots));
  const number = snapshot.content.earlier?.labelNumber;
  const label = number === undefined ? null : await store.label(number);
  if (label?.state !== 'extended') return;
  const others = await store.applicationsOf([organisationId]);
  const over = ['draft', 'granted', 'closed', 'withdrawn', 'lapsed'];
  if (others.some(({ state, context }) => context.kind === 'renewal' && !over.includes(state))) return;
  const type = application.state === 'closed' ? 'renewalRefused' : 'graceEnded';
  const at = deps.clock.now().toISOString();
  const change = applyToLabel(label, { type, at, actor: systemActor }, { id: deps.ids.next() });
  await store.commit({ changes: [change], parts: await labelRow(deps, change.after, at) });
}
