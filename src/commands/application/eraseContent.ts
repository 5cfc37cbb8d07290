import { systemActor } from '../common/actor.ts';
import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/**
 * Empties the working copy of an application and takes its evidence away; the line in the journal names the files, whose
 * bytes go with it unless something else refers to them (workers/removeFiles.ts). `ended` files are marked, drafts go on.
 */
export async function eraseContent(
  deps: Pick<Deps, 'store' | 'ids'>,
  application: Application,
  { at, ended }: { readonly at: string; readonly ended: boolean },
): Promise<void> {
  const evidence = await deps.store.evidenceOf(application.id);
  const record = {
    id: deps.ids.next(),
    at,
    actor: systemActor,
    event: null,
    facts: ['application.contentErased'],
    data: { files: [...new Set(evidence.map(({ digest }) => digest))] },
  } as const;
  const after = { ...application, ...(ended && { contentErasedAt: at }) };
  await deps.store.commit({
    changes: [{ kind: 'applications', before: application, after, record }],
    parts: [{ kind: 'forget', what: { contentOf: [application.id] } }],
  });
}
