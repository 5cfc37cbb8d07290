import { LabelError } from '../../../errors.ts';
import { speaksFor } from '../../../policies/organisation.ts';
import type { Entry } from '../../../register/entry.ts';
import { hasTokenKey } from '../../common/hasTokenKey.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { viewLabelKit } from '../views/viewLabelKit.ts';
import { isValid } from './offerToWallet.ts';

type With = Pick<Deps, 'store' | 'clock'>;

/** The register's row of a label that may be taken into a wallet, for whoever speaks for its holder; not found for a label that is not valid. */
export async function viewWalletOffer(
  deps: With,
  asker: Asker,
  label: { readonly organisationId: string; readonly number: string },
): Promise<Entry> {
  const entry = await viewLabelKit(deps, asker, label);
  if (!speaksFor(asker, label.organisationId)) throw new LabelError('forbidden');
  return requireVisible((await isOfferable(deps, asker, entry)) ? entry : null);
}

/** Whether a person may take a label into a wallet now: it is valid, and there is a key to sign it with. */
export async function isOfferable({ store, clock }: With, asker: Asker, entry: Entry): Promise<boolean> {
  return speaksFor(asker, entry.organisation.id) && isValid(entry, clock.now()) && hasTokenKey(store);
}
