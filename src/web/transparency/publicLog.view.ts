import type { WebDeps } from '../http/webDeps.ts';

export type PublicLogView = Awaited<ReturnType<typeof publicLogView>>;

/** How the public log stands; `head` is null before anything was published. */
export async function publicLogView({
  store,
  issuing,
  publicUrl,
}: Pick<WebDeps, 'store' | 'issuing' | 'publicUrl'>) {
  const head = await store.logHead();
  const { vkeys, quorum } = issuing.witnesses;
  const checkpoint = head?.checkpoint;
  const [origin = '', , root = ''] = checkpoint?.note.split('\n') ?? [];
  return {
    head: head && checkpoint ? { origin, root, size: checkpoint.size, vkey: head.vkey } : null,
    witnesses: vkeys.map((vkey) => ({ name: vkey.split('+')[0] ?? '', vkey })),
    quorum,
    command: `made-in-ess log audit ${publicUrl}/log --state log.json`,
  };
}
