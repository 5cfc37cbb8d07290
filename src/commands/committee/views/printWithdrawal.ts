import type { Language } from '../../../criteria/scheme.ts';
import { addDays, dayOf } from '../../../register/day.ts';
import type { WorkflowEvent } from '../../../workflow/events.ts';
import { readableApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

interface Which {
  readonly number: string;
  /** Counts what the committee concluded on withdrawals of the label, from 1. */
  readonly n: number;
  readonly language: Language;
}

/** The letter of the nth conclusion on a withdrawal of a label, for the people of its holder and for whoever has its file. */
export async function printWithdrawal(
  deps: Deps,
  asker: Asker,
  { number, n, language }: Which,
): Promise<Buffer> {
  const label = requireVisible(await deps.store.label(number));
  const { applicationId, organisationId } = label.context;
  await readableApplication(deps, asker, applicationId);
  const { snapshot } = await frozenFile(deps, applicationId);
  const events = (await deps.store.records(`labels/${number}`)).flatMap(({ event }) => event ?? []);
  const concluded = requireVisible(events.filter(isConclusion)[n - 1]);
  const proposed = events
    .slice(0, events.indexOf(concluded))
    .findLast(({ type }) => type === 'proposeWithdrawal');
  const isWithdrawn = concluded.type === 'withdrawLabel';
  const { organisation } = snapshot.content;
  return deps.papers.withdrawal({
    language,
    labelNumber: number,
    organisation: { ...organisation, name: label.name ?? organisation.name },
    outcome: isWithdrawn ? 'withdrawn' : 'kept',
    code: proposed?.type === 'proposeWithdrawal' ? proposed.code : 'other',
    reason: concluded.reason,
    decidedAt: concluded.at,
    appealBy: isWithdrawn ? concluded.appealBy : null,
    removeBy: isWithdrawn ? addDays(dayOf(concluded.at), deps.procedure.surveillance.markDays) : null,
    repairBy: isWithdrawn ? null : concluded.dueAt,
    address: `${deps.publicUrl}/${language}/organisations/${organisationId}/labels/${number}/hearing`,
  });
}

type Conclusion = Extract<WorkflowEvent, { readonly type: 'withdrawLabel' | 'keepLabel' }>;

function isConclusion(event: WorkflowEvent): event is Conclusion {
  return event.type === 'withdrawLabel' || event.type === 'keepLabel';
}
