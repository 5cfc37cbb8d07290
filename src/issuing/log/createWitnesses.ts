import type { Witnesses } from '../../commands/ports/logPorts.ts';
import { LabelError } from '../../errors.ts';
import { readNoteKey } from '../../transparency/read/noteKey.ts';
import { askWitness, type ShownHead, type Witness } from './askWitness.ts';

/** Where witnesses take heads and the keys that they sign by, and how many of them are needed to believe a head. */
export interface WitnessSettings {
  readonly witnesses: readonly { readonly url: string; readonly vkey: string }[];
  readonly quorum: number;
}

/** What is remembered of a witness. */
interface Memory {
  /** Of the last head that it saw; null as long as nobody asked. */
  size: number | null;
  /** When (ms) it is asked again about a head that it saw, or after it failed. */
  next: number;
}

/** One that failed is left alone for a minute, so that an issue does not wait for it each time. */
const restMs = 60_000;
/** A head that stays is shown again after an hour: that a log is silent is seen too. */
const freshMs = 3_600_000;

/** The witnesses of a log: whatever one of them does, the others are asked. */
export function createWitnesses({ witnesses, quorum }: WitnessSettings): Witnesses {
  const known = witnesses.map(({ url, vkey }) => ({ url, key: readNoteKey(vkey) }));
  const memories = new Map<Witness, Memory>(known.map((witness) => [witness, { size: null, next: 0 }]));
  const memoryOf = (witness: Witness): Memory => memories.get(witness) ?? { size: null, next: 0 };
  return {
    vkeys: witnesses.map(({ vkey }) => vkey),
    quorum,
    isDue: (size) =>
      known.some((witness) => {
        const memory = memoryOf(witness);
        return performance.now() >= memory.next || (memory.size !== null && memory.size < size);
      }),
    cosign: async (head) => {
      const lines = await Promise.all(known.map((witness) => show(witness, memoryOf(witness), head)));
      return lines.filter((line) => line !== null);
    },
  };
}

/** The line of a witness below a head; null where it gave none. */
async function show(witness: Witness, memory: Memory, head: ShownHead): Promise<string | null> {
  if (memory.size === null && performance.now() < memory.next) return null;
  try {
    // Whoever does not know what it saw last is told by the first answer.
    for (let old = memory.size ?? head.size; ; ) {
      if (old > head.size) throw forked(witness, old, head.size);
      const answer = await askWitness(witness, head, old);
      if ('line' in answer) {
        Object.assign(memory, { size: head.size, next: performance.now() + freshMs });
        return answer.line;
      }
      if (answer.lastSize === old) throw new Error(`${witness.key.name} contradicts itself`);
      old = answer.lastSize;
    }
  } catch (error) {
    if (error instanceof LabelError) throw error;
    Object.assign(memory, { size: null, next: performance.now() + restMs });
    return null;
  }
}

/** What was published is not taken back: a database that is older than it signs nothing more. */
function forked({ key }: Witness, seen: number, size: number): LabelError {
  return new LabelError('issuerUnavailable', {
    cause: `the witness ${key.name} has seen ${seen} entries of the public log, and this database has ${size}: it was restored from a copy that is older (docs/operation.md#public-log)`,
  });
}
