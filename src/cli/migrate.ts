import { migrate as bring } from '../boot/migrate.ts';
import { readConfig } from '../config.ts';

/** Migrates the database to this version, and with `contract` removes what only older versions need; prints what was done. */
export async function migrate({ contract = false }: { readonly contract?: boolean }): Promise<void> {
  const { expanded, indexes, contracted, toContract } = await bring(readConfig(), contract);
  const done = [
    ...expanded.map((name) => `expanded: ${name}`),
    ...indexes.map((name) => `index made: ${name}`),
    ...contracted.map((name) => `contracted: ${name}`),
  ];
  for (const line of done) console.log(line);
  if (toContract.length > 0)
    console.log(
      `To be contracted by "made-in-ess migrate --contract", once no older version runs: ${toContract.join(', ')}`,
    );
  else if (done.length === 0) console.log('Nothing to do: the database is up to date with this version.');
}
