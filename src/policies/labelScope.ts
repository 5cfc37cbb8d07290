import type { StoredLabel } from '../workflow/stored.ts';

type State = Pick<StoredLabel, 'state'>;

/** Whether offers can come to a label: it holds, and no renewal of it is being looked at, to which they would belong. */
export function isExtendable({ state }: State): boolean {
  return state === 'active';
}

/** Whether criteria of a label can be looked at anew: it holds, or can hold again. */
export function isConfirmable({ state }: State): boolean {
  return ['active', 'extended', 'suspended', 'withdrawalPending'].includes(state);
}
