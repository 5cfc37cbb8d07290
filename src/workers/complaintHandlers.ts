import { tellStranded } from '../commands/complaint/followComplaints.ts';
import { acknowledgeComplaint as acknowledge } from '../commands/complaint/handleComplaint.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { idOf } from './job.ts';

/** After a complaint came: it is acknowledged, and its letters follow from that. */
export async function acknowledgeComplaint(deps: Deps, job: Job): Promise<void> {
  await acknowledge(deps, idOf(job));
}

/** After a complaint came or was contested: where no officer may handle it, administrators are told. */
export async function tellStrandedComplaint(deps: Deps, job: Job): Promise<void> {
  await tellStranded(deps, idOf(job));
}
