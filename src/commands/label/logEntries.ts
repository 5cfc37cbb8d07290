import type { LabelState } from '../../register/entry.ts';
import { type EntryType, type LabelStatement, namesIn } from '../../transparency/statement.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { dataOf } from '../items/eventData.ts';
import type { Label } from '../items/items.ts';
import type { LoggedStatement, RevisionPaper } from '../ports/issuingPorts.ts';
import type { Entering } from '../ports/logPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { entered } from '../transparency/entered.ts';
import { growLog } from '../transparency/growLog.ts';
import { statementOf, typeOfState } from '../transparency/statements.ts';
import { namesOf, unsaidNames } from '../transparency/unsaid.ts';

/** What the log calls what happened, where the state that a label came to does not say it. */
const types: Partial<Record<DomainEvent, EntryType>> = {
  'label.restored': 'restored',
  'label.reinstated': 'restored',
  'label.stayGranted': 'restored',
};

/**
 * Enters what a certificate and its credential are going to say, and waits for the proof: what is issued was said in public before. `asked`
 * is the line of the journal that it is made for.
 */
export async function enterRevision(
  deps: Deps,
  { certificate, credential }: Pick<RevisionPaper, 'certificate' | 'credential'>,
  { state, asked }: { readonly state: LabelState; readonly asked: string },
): Promise<LoggedStatement> {
  const { number, revision, standing, organisation, offers, since, until } = certificate;
  const { issuing, publicUrl, ids } = deps;
  const salt = ids.secret();
  const content = await issuing.contentOf(credential, salt);
  const entering = {
    source: revisionSource(number, asked),
    type: revision === 1 ? 'issued' : 'revised',
    statement: {
      ...{ number, revision, standing, organisation, offers, since, until, content, salt },
      // Whatever it was before: one that is suspended gets no certificate but to hold again.
      state: state === 'extended' ? 'extended' : 'active',
      criteria: certificate.criteriaVersion,
      credential: `${publicUrl}/credentials/${number}/${revision}`,
    },
  } as const;
  const known = await entered(deps, entering);
  const said: Partial<LabelStatement> = known.statement === null ? {} : JSON.parse(known.statement);
  // An earlier try may have been that of another version of the program, whose credential had other words.
  const isSame =
    said.content === undefined || said.content === (await issuing.contentOf(credential, said.salt ?? ''));
  return isSame ? known : entered(deps, { ...entering, source: `${entering.source}/${content}` });
}

const revisionSource = (number: string, asked: string) => `labels/${number}/${asked}`;

/** Enters what became of a label by a line of its journal; done already, it does nothing. */
export async function enterChange(
  deps: Deps,
  label: Label,
  { id, at, facts }: JournalRecord,
  fact: DomainEvent,
): Promise<void> {
  const row = await deps.store.entry(label.id);
  if (!row) return;
  // How it stood then, not how it stands by now.
  const step = label.history.findLast((one) => one.at <= at);
  const state = step?.state ?? label.state;
  await enterAsShown(deps, label.id, {
    source: `${revisionSource(label.id, id)}/${facts.join('+')}`,
    type: types[fact] ?? typeOfState[state],
    statement: { ...statementOf(row, deps.ids.secret()), state, standing: step?.standing ?? 'clean' },
  });
}

/** Enters what the register says of a label; what it stopped saying meanwhile is erased, for the commit that did so had not seen this entry. */
async function enterAsShown(deps: Deps, number: string, entering: Entering): Promise<void> {
  const { store } = deps;
  await store.enterInLog(entering);
  const [entry, row] = await Promise.all([store.logEntry(entering.source), store.entry(number)]);
  const said = entry?.statement ? namesIn(entry.statement) : [];
  const names = row ? unsaidNames(said, namesOf(row)) : [];
  if (names.length > 0) await store.eraseStatements({ number, names });
  await growLog(deps);
}

/** Enters that a label did not take a certificate that was entered: nobody has it. */
export async function enterDropped(deps: Deps, label: Label, line: JournalRecord): Promise<void> {
  const { asked } = requireVisible(dataOf(line, 'label.revisionDropped'));
  const row = await deps.store.entry(label.id);
  const before = await deps.store.logEntry(revisionSource(label.id, asked));
  if (!row || !before) return;
  await enterAsShown(deps, label.id, {
    source: `${revisionSource(label.id, asked)}/dropped`,
    type: 'dropped',
    statement: { ...statementOf(row, deps.ids.secret()), revision: row.revision + 1 },
  });
}
