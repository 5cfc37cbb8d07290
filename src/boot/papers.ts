import type { Papers } from '../commands/items/papers.ts';

/** The papers of the service; what draws them is loaded with the first one that is printed. */
export function papers(): Papers {
  let drawing: Promise<Papers> | undefined;
  const loaded = () => {
    drawing ??= import('../issuing/drawInThread.ts').then(({ drawInThread }) => drawInThread());
    return drawing;
  };
  return {
    proof: async (paper) => (await loaded()).proof(paper),
    file: async (paper) => (await loaded()).file(paper),
    certificatePreview: async (paper) => (await loaded()).certificatePreview(paper),
    decision: async (paper) => (await loaded()).decision(paper),
    agreement: async (paper) => (await loaded()).agreement(paper),
    minutes: async (paper) => (await loaded()).minutes(paper),
  };
}
