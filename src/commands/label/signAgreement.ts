import { dayOf } from '../../register/day.ts';
import { labelNumber } from '../../register/number.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import { actorTowards } from '../actor.ts';
import { found, unchanged } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { frozenFile } from '../screening/frozenFile.ts';
import { takeOnApplication } from '../take.ts';
import { labelRow } from './labelRow.ts';
import { openedLabel } from './openedLabel.ts';
import { renew, renewedLabel } from './renewedLabel.ts';

/** The owner signs the holder's duties: the file is granted and its label opened in one commit. Gives the label's number. */
export async function signAgreement(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number; readonly agreement: string },
): Promise<string> {
  const known = found(await deps.store.application(input.applicationId));
  const actor = actorTowards(asker, known.context.organisationId);
  found(actor.roles.some((role) => role === 'owner' || role === 'editor') || null);
  unchanged(known, input.revision);
  const file = await frozenFile(deps, known.id);
  const at = deps.clock.now().toISOString();
  const { agreement } = input;
  const sign = (labelNumber: string) => {
    const digest = digestOf({ agreement, labelNumber, signedBy: asker.id, at });
    const record = { id: deps.ids.next(), data: { agreement, name: asker.name } };
    return takeOnApplication(file.application, { type: 'sign', at, actor, digest, labelNumber }, record);
  };
  // Tried before a number is drawn: a refused signature uses up none.
  sign('untried');
  const year = Number(dayOf(at).slice(0, 4));
  const number = labelNumber(year, await deps.store.nextNumber('label', year));
  const old = await renewedLabel(deps, file);
  const label = openedLabel(file, number, at, asker.language, old);
  const { history: _, offers: __, language: ___, id: ____, ...stored } = label;
  const renewed = old && renew(deps, old, number, at);
  await deps.store.commit({
    changes: [
      sign(number),
      {
        kind: 'labels',
        before: null,
        after: label,
        record: {
          id: deps.ids.next(),
          at,
          actor,
          event: null,
          facts: ['label.opened'],
          data: { stored, offers: digestOf(label.offers) },
        },
      },
      ...(renewed ? [renewed] : []),
    ],
    ...(renewed && (await labelRow(deps, renewed.after, at))),
  });
  return number;
}
