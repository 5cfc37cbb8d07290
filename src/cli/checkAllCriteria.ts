import { runAsScheme } from '../boot/runAsScheme.ts';
import { readYaml } from '../parseYaml.ts';
import { profileShape } from '../profile/profileShape.ts';
import { schemeNames } from '../profile/schemeNames.ts';
import { projectFile } from '../projectFile.ts';

/** Checks the folder of every scheme, and that no two labels can be taken for each other; throws with the names of those at fault. */
export function checkAllCriteria(): void {
  const names = schemeNames();
  const whole = names.filter(isWhole);
  const faulty = names.filter((name) => !whole.includes(name));
  const faults = [
    ...shared(whole, 'name'),
    ...shared(whole, 'prefix'),
    ...(faulty.length > 0 ? [`At fault: ${faulty.join(', ')}.`] : []),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function isWhole(scheme: string): boolean {
  const { status, stderr } = runAsScheme(scheme, ['check-criteria']);
  if (status !== 0) console.error(`✗ ${scheme}: ${stderr.trim()}`);
  return status === 0;
}

function shared(schemes: readonly string[], key: 'name' | 'prefix'): readonly string[] {
  const values = schemes.map(
    (scheme) => readYaml(projectFile(`criteria/${scheme}/profile.yaml`), profileShape)[key],
  );
  return schemes.flatMap((scheme, i) => {
    const first = values.indexOf(values[i] ?? '');
    return first < i
      ? [`profile.yaml: ${schemes[first]} and ${scheme} have the same ${key}, ${values[i]}`]
      : [];
  });
}
