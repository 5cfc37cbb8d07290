import { compareSchemes } from '../../../criteria/compare.ts';
import { LabelError } from '../../../errors.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { comingVersion } from './changePack.ts';

export type ViewedChangePack = Awaited<ReturnType<typeof viewChangePack>>;

/** Two versions of the criteria and what is different in them; of the version that comes next also its change pack. For administrators. */
export async function viewChangePack(
  deps: Pick<Deps, 'store' | 'schemes' | 'clock'>,
  asker: Asker,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
) {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const versions = [...deps.schemes.keys()];
  const next = comingVersion(deps);
  const toVersion = to ?? next?.coming.scheme.version ?? versions.at(-1) ?? '';
  const fromVersion = from ?? versions[versions.indexOf(toVersion) - 1] ?? toVersion;
  const after = requireVisible(deps.schemes.get(toVersion));
  const before = requireVisible(deps.schemes.get(fromVersion));
  const isNext = next?.coming.scheme.version === toVersion;
  const pack = isNext ? await deps.store.changePack(toVersion) : null;
  const organisations = await deps.store.organisations(pack?.losing.map((one) => one.organisationId) ?? []);
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  return {
    versions,
    before,
    after,
    changes: compareSchemes(before, after),
    /** The day on which the later one opens; null where it is not the one that comes next. */
    opensOn: isNext ? next.coming.opensOn : null,
    pack,
    /** Those that would fail, without the organisations that this person may not know of. */
    losing: (pack?.losing ?? []).flatMap((line) => {
      const name = names.get(line.organisationId);
      return name === undefined ? [] : [{ ...line, name }];
    }),
  };
}
