import { mayReadFile } from '../../../policies/file.ts';
import { stepTargets } from '../../../policies/stepTargets.ts';
import { rulesOf } from '../../common/schemeOf.ts';
import { clockOf } from '../../file/clockOf.ts';
import type { Organisation } from '../../items/items.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { DigestLine } from './digestLine.ts';

/** What is to be done on a file, and where: what follows the address of the file, or another page. */
type FileAct = Pick<DigestLine, 'what'> & (Pick<DigestLine, 'path'> | { readonly at: string });

/** A line for each of some files that the asker may read, with the working days by which it is over the time that the scheme gives itself. */
export async function fileLines(
  deps: Pick<Deps, 'store' | 'clock' | 'procedure' | 'schemes'>,
  asker: Asker,
  files: readonly ListedFile[],
  actOf: (file: ListedFile) => FileAct,
): Promise<DigestLine[]> {
  const read = files.filter((application) => mayReadFile(asker, { application, reviews: [] }));
  const ids = new Set(read.map(({ context }) => context.organisationId));
  const organisations = await deps.store.organisations([...ids]);
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  return read.flatMap((file) => {
    const organisation = byId.get(file.context.organisationId);
    if (!organisation) return [];
    const act = actOf(file);
    return {
      what: act.what,
      organisation: organisation.name,
      about: file.id,
      dueOn: null,
      over: overtime(deps, file, organisation),
      item: `files/${file.id}` as const,
      path: 'path' in act ? act.path : `files/${file.id}${act.at}`,
    };
  });
}

/** Working days that a file had with the scheme beyond those that the steps up to its own may take together. */
function overtime(
  deps: Pick<Deps, 'clock' | 'procedure' | 'schemes'>,
  file: ListedFile,
  { region }: Organisation,
): number {
  const used = clockOf(file, region, deps.clock.now().toISOString())?.scheme ?? 0;
  return Math.max(0, used - daysGiven(deps, file));
}

function daysGiven(
  { procedure, schemes }: Pick<Deps, 'procedure' | 'schemes'>,
  { state, context }: ListedFile,
) {
  const { process } = rulesOf({ schemes }, context).scheme;
  const { screening, evaluation, decision } = stepTargets(process, procedure);
  if (state === 'screening') return screening;
  const decides = ['recommendation', 'deliberation', 'decided'].includes(state);
  return screening + evaluation + (decides ? decision : 0);
}
