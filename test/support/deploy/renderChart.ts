import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, goProgram } from './goProgram.ts';

const deploy = fileURLToPath(new URL('../../../deploy', import.meta.url));

/** The line by which test/golden/chart.yaml says which chart it was rendered from. */
export function chartDigestLine(): string {
  return `# deploy/chart ${digestOf(join(deploy, 'chart'))}`;
}

/** The manifests of the chart as Helm renders them, each read by the types of Kubernetes; throws with what is wrong, in deploy/compose.yaml and deploy/Dockerfile too. */
export function renderChart(): string {
  const { status, stdout, stderr } = spawnSync(goProgram('lint'), [deploy], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return `${chartDigestLine()}\n${stdout}`;
}
