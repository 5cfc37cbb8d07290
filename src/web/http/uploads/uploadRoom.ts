import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit, { type LimitFunction } from 'p-limit';
import { maxBytes } from '../../../commands/items/intake.ts';
import { createPlaces, noRoom } from './places.ts';

/** What files of people without an account may take of this process, all of them together. */
const roomOfUploads = {
  /** Forms that are being sent or looked into. */
  forms: 32,
  /** The same of one client. */
  formsOfClient: 4,
  /** Bytes that they say they bring; they lie on the disk, not in memory. */
  bytes: 256 * 1024 * 1024,
  /** Files that are in memory and looked into at once. */
  readers: 3,
  /** A form has this long (ms), and a second for so many bytes that it says it brings: a slow phone sends twice as fast. */
  timeoutMs: 10_000,
  bytesInSecond: 24 * 1024,
  maxTimeoutMs: 300_000,
  /** Forms that are not taken and read all the same, to be handed back: their fields are in memory, their files go by. */
  handedBack: 64,
  handedBackToClient: 16,
};
type RoomOfUploads = typeof roomOfUploads;

/** What is otherwise for people with an account and for their keys, whose places are each person's own. */
export const roomOfPeople = { forms: 64, bytes: 256 * 1024 * 1024 } as const;

const prefix = 'made-in-ess-uploads-';

/**
 * Room for files that people send, with an account or without. One client never takes all of it, and waits for its own files only: they are looked
 * into one after the other, those of others beside them.
 */
export class UploadRoom {
  readonly #max: RoomOfUploads;
  readonly #parent: string;
  readonly #readers: LimitFunction;
  readonly #places: ReturnType<typeof createPlaces>;
  readonly #handedBack: ReturnType<typeof createPlaces>;
  readonly #turns = new Map<string, LimitFunction>();
  #bytes = 0;
  #folder: string | null = null;

  /** Files lie below `parent` as long as they are here. */
  constructor(max: Partial<RoomOfUploads> = {}, parent = tmpdir()) {
    this.#parent = parent;
    this.#max = { ...roomOfUploads, ...max };
    const { readers, forms, formsOfClient, handedBack, handedBackToClient } = this.#max;
    this.#readers = pLimit(readers);
    this.#places = createPlaces(forms, formsOfClient);
    this.#handedBack = createPlaces(handedBack, handedBackToClient);
  }

  /** Forms that are in it now. */
  get forms(): number {
    return this.#places.taken();
  }

  /** Lends a form of a client its place and a folder of its own, which is always removed afterwards; `uploadsFull` where there is no room. */
  async within<T>(client: string, length: number, use: (folder: string) => Promise<T>): Promise<T> {
    const bytes = Math.min(length, maxBytes);
    if (this.#bytes + bytes > this.#max.bytes) throw noRoom();
    return this.#places.within(client, async () => {
      this.#bytes += bytes;
      try {
        const folder = await mkdtemp(join(this.#home(), 'form-'));
        try {
          return await use(folder);
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      } finally {
        this.#bytes -= bytes;
        // The last one of the client that is still counted.
        if (this.#places.takenBy(client) === 1) this.#turns.delete(client);
      }
    });
  }

  /** Has a file of a client looked into when it is its turn, and a reader is free. */
  inTurn<T>(client: string, look: () => Promise<T>): Promise<T> {
    const turn = this.#turns.get(client) ?? pLimit(1);
    this.#turns.set(client, turn);
    return turn(() => this.#readers(look));
  }

  /** Has a form read that is not taken, to be handed back to its client; `uploadsFull` where too many are being read so. */
  toHandBack<T>(client: string, read: () => Promise<T>): Promise<T> {
    return this.#handedBack.within(client, read);
  }

  /** How long (ms) a form of so many bytes may be on its way. */
  timeoutFor(length: number): number {
    const { timeoutMs, bytesInSecond, maxTimeoutMs } = this.#max;
    return Math.min(maxTimeoutMs, timeoutMs + (1000 * length) / bytesInSecond);
  }

  /** Removes the files that are left. */
  close(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  /** The folder of this process, readable by its owner alone. */
  #home(): string {
    this.#folder ??= mkdtempSync(join(this.#parent, `${prefix}${process.pid}-`));
    return this.#folder;
  }
}

/** Removes the files that processes left which ended without removing them. */
export function removeLeftUploads(parent = tmpdir()): void {
  for (const name of readdirSync(parent)) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    if (pid !== undefined && !runs(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
