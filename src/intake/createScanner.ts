import { Readable } from 'node:stream';
import type NodeClam from 'clamscan';
import type { Scan } from '../commands/items/intake.ts';
import { LabelError } from '../errors.ts';
import { inTime } from '../inTime.ts';
import { refuse } from './refuse.ts';

/** Looks for viruses. */
export interface Scanner {
  /** `clean`, or `notScanned` where none is set up; throws `invalid` for what is infected, `scannerUnavailable` without an answer. */
  scan(bytes: Buffer): Promise<Scan>;
}

/** Where clamd listens: a socket of this machine, or a host and port. */
export type ClamAddress = { readonly socket: string } | { readonly host: string; readonly port: number };

export interface ScannerOptions {
  /** Gets the reason when there was no answer, for the log. */
  readonly report?: (error: unknown) => void;
  /** How long clamd may take over one file (ms). */
  readonly timeoutMs?: number;
}

/**
 * A scanner over clamd, or one that says `notScanned` where there is no address. Only its plain "OK" counts as clean: no
 * answer, a late or a strange one refuses the file for now.
 */
export function createScanner(
  address: ClamAddress | null,
  { report = () => {}, timeoutMs = 30_000 }: ScannerOptions = {},
): Scanner {
  if (!address) return { scan: async () => 'notScanned' };
  return {
    scan: async (bytes) => {
      // The library waits forever for a server that holds its line open and says nothing.
      const asked = inTime('clamd', ask(address, bytes, timeoutMs), timeoutMs);
      const virus = await asked.catch((error: unknown) => {
        report(error);
        throw new LabelError('scannerUnavailable');
      });
      if (virus !== null) refuse('fileInfected', { virus });
      return 'clean';
    },
  };
}

/** What clamd found, or null; an answer that is neither is an error. No program of this machine is run in its place. */
async function ask(address: ClamAddress, bytes: Buffer, timeout: number): Promise<string | null> {
  const clam = await connect(address, timeout);
  const { isInfected, viruses } = await clam.scanStream(Readable.from([bytes]));
  if (isInfected === true) return (viruses[0] ?? '?').replaceAll(/[^\w.\- ]/g, '').slice(0, 80);
  if (isInfected === false) return null;
  throw new Error('clamd gave no verdict');
}

async function connect(address: ClamAddress, timeout: number): Promise<NodeClam> {
  const { default: Clam } = await import('clamscan');
  const noProgram = { path: '', active: false };
  return new Clam().init({
    clamscan: noProgram,
    clamdscan: { ...address, timeout, path: '', localFallback: false, bypassTest: true },
    preference: 'clamdscan',
  });
}
