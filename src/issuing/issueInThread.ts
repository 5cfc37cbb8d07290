import type {
  Issuing,
  MadeFile,
  OwnKeys,
  RevisionPaper,
  StatusListPaper,
} from '../commands/ports/issuingPorts.ts';
import { LabelError } from '../errors.ts';
import { runInThread } from '../threads/runInThread.ts';
import { startThread } from '../threads/startThread.ts';
import type { IssuerSettings } from './keys/issuerSettings.ts';

/** What the thread is asked, and what it says: what was made, or the faults of `invalid`, or what went wrong in it. */
export type IssuingQuestion =
  | { readonly kind: 'revision'; readonly paper: RevisionPaper }
  | { readonly kind: 'statusList'; readonly paper: StatusListPaper }
  | { readonly kind: 'keys' }
  | { readonly kind: 'makeKey' };
export type IssuingAnswer =
  | { readonly made: readonly MadeFile[] | string | OwnKeys | null }
  | { readonly faults: LabelError['faults'] }
  | { readonly failure: string };

/** How long one revision may take (ms): a hundred times what it takes on a slow machine. */
const timeoutMs = 120_000;

/** Makes and signs in a thread of its own, which alone reads the keys. */
export function issueInThread(settings: IssuerSettings): Issuing {
  const start = () => startThread(import.meta.url, 'issueThread', { workerData: settings });
  const asking = runInThread<IssuingQuestion, IssuingAnswer>(start, timeoutMs);
  const ask = async <Made>(question: IssuingQuestion): Promise<Made> => {
    const answer = await asking(question);
    if ('faults' in answer) throw new LabelError('invalid', { faults: answer.faults });
    if ('failure' in answer) throw new Error(`nothing could be issued: ${answer.failure}`);
    return answer.made as Made;
  };
  return {
    revision: async (paper) => {
      const made = await ask<MadeFile[]>({ kind: 'revision', paper });
      // Bytes come from the thread as plain ones.
      return made.map((file) => ({ ...file, bytes: Buffer.from(file.bytes) }));
    },
    statusList: (paper) => ask({ kind: 'statusList', paper }),
    keys: () => ask({ kind: 'keys' }),
    makeKey: async () => {
      await ask({ kind: 'makeKey' });
    },
  };
}
