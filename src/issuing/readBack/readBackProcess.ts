import type { ReadingBack } from '../../commands/verify/verifyFile.ts';
import { closeOtherDecoders } from '../../pictures/openPicture.ts';
import { serveThread } from '../../threads/serveThread.ts';
import { limitAllocations } from './allocationBudget.ts';
import { readFile } from './readFile.ts';
import { readPresentation } from './readPresentation.ts';

/** Bytes that reading one file may ask for beside the file itself: a certificate of ours takes a tenth. */
const maxAsked = 48 * 1024 * 1024;
const budget = limitAllocations();

closeOtherDecoders();
serveThread({
  read: async (bytes, keys) => {
    budget.start(bytes.length + maxAsked);
    const read = await readFile(bytes, keys);
    return budget.spent ? { flaw: 'tooHeavy' } : read;
  },
  presentation: async (presentation, keys) => {
    budget.start(maxAsked);
    const read = await readPresentation(presentation, keys);
    return budget.spent ? null : read;
  },
} satisfies ReadingBack);
