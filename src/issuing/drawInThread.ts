import type { Papers } from '../commands/items/papers.ts';
import type { PaperDrawers } from '../commands/items/sealedPaper.ts';
import { threadClient } from '../threads/threadClient.ts';

/** How long one paper may take (ms): the longest file that can be written takes a part of it. */
const timeoutMs = 120_000;

/** Draws papers in a thread of its own, one after the other. */
export const drawInThread = (): Papers & PaperDrawers =>
  threadClient({ beside: import.meta.url, name: 'drawThread', timeoutMs });
