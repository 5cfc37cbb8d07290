import { LabelError } from '../../../errors.ts';

/** Seconds after which a client may try again: a form that is looked into takes less. */
const retryAfter = 10;

/** The answer when there is no room for a form. */
export function noRoom(): LabelError {
  return new LabelError('uploadsFull', { params: { retryAfter } });
}

/** Places for forms, of which one client never takes all. */
export class Places {
  readonly #all: number;
  readonly #ofClient: number;
  readonly #clients = new Map<string, number>();
  #taken = 0;

  constructor(all: number, ofClient: number) {
    this.#all = all;
    this.#ofClient = ofClient;
  }

  get taken(): number {
    return this.#taken;
  }

  takenBy(client: string): number {
    return this.#clients.get(client) ?? 0;
  }

  /** Lends a client a place as long as `use` lasts; `uploadsFull` where none is free. */
  async within<T>(client: string, use: () => Promise<T>): Promise<T> {
    const own = this.takenBy(client);
    if (this.#taken >= this.#all || own >= this.#ofClient) throw noRoom();
    this.#taken += 1;
    this.#clients.set(client, own + 1);
    try {
      return await use();
    } finally {
      this.#taken -= 1;
      const left = this.takenBy(client) - 1;
      if (left === 0) this.#clients.delete(client);
      else this.#clients.set(client, left);
    }
  }
}
