import type { Papers } from './commands/papers.ts';

/** The papers of applications, loaded with the first one that is printed. */
export function papers(): Papers {
  return {
    proof: async (paper) => {
      const { makeDepositProof } = await import('./issuing/depositProof.ts');
      return makeDepositProof(paper);
    },
    file: async (paper) => {
      const { makeWholeFile } = await import('./issuing/wholeFile.ts');
      return makeWholeFile(paper);
    },
  };
}
