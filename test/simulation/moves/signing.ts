import { signAgreement } from '../../../src/commands/label/signAgreement.ts';
import { signatureOf } from '../../support/applicationSteps.ts';
import { move } from '../move.ts';
import { fileAt, filesIn, ownerOf } from '../targets.ts';

/** An owner signs what the committee granted, or forgets to. */
export const moves = [
  move({
    name: 'signAgreement',
    weight: 12,
    targets: filesIn('agreement'),
    act: async ({ at, known }, file) => {
      const [deps, owner] = await at('applications', ownerOf(known, file));
      await signAgreement(deps, owner, { ...fileAt(file), ...signatureOf(deps) });
    },
  }),
];
