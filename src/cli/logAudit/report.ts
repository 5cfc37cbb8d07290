import type { AuditReport } from '../../commands/transparency/audit/auditLog.ts';
import type { Finding } from '../../commands/transparency/audit/finding.ts';
import type { Unread } from '../../commands/transparency/audit/unread.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Head } from '../../transparency/read/merkle.ts';
import type { LogKeys } from './believed.ts';

/** Longest number of a label that is shown: those of a register have some fifteen characters, and a log may write what it likes. */
const maxLabel = 40;

/** What an audit came to, and by what. */
export interface Told {
  readonly report: AuditReport;
  readonly heads: readonly Head[];
  readonly keys: LogKeys;
  /** Whether the keys are read for the first time, from the log itself. */
  readonly isFirst: boolean;
  /** Whether the log itself named the keys, now or at an earlier reading. */
  readonly fromLog: boolean;
}

/** What is printed, line by line: the head, who saw it, what was compared, each finding, and what it all means. */
export function linesOf({ report, heads, keys, isFirst, fromLog }: Told, words: Translator): string[] {
  const { t } = words;
  const { head, labels, erased, beside, findings } = report;
  const read =
    head === null
      ? []
      : [
          t('logAudit.head', { origin: head.origin, size: head.size, root: head.root.toString('base64') }),
          ...(head.witnesses.length === 0 ? [t('logAudit.noWitness')] : []),
          ...head.witnesses.map(({ name, at }) =>
            t('logAudit.witness', { name, at: words.time(new Date(at * 1000)) }),
          ),
          ...heads
            .filter(({ size }) => !findings.told.some((finding) => finding.head === size))
            .map(({ size }) => t('logAudit.isBeginning', { size })),
          t('logAudit.compared', { labels, erased }),
          t('logAudit.comparedBeside', beside),
          t('logAudit.notCompared'),
        ];
  const { told, count } = findings;
  const lines = [
    ...(isFirst ? [t('logAudit.firstTime', { key: keys.log })] : []),
    ...(fromLog && keys.witnesses.length > 0 ? [t('logAudit.chosenWitnesses')] : []),
    ...read,
    ...told.map((finding) => `✗ ${sentenceOf(finding, words)}`),
    ...(count > told.length ? [t('logAudit.more', { count: count - told.length })] : []),
    t(`logAudit.verdicts.${verdictOf(findings.code)}`),
  ];
  return lines.map(forTerminal);
}

/** What a log says of itself may not move, hide or colour what a terminal shows of it. */
function forTerminal(line: string): string {
  return line.replaceAll(/\p{C}/gu, '');
}

/** The same as data. */
export function jsonOf({ report, heads, keys, fromLog }: Told): string {
  const { head, note, labels, erased, beside, findings } = report;
  const { told, count, code } = findings;
  return JSON.stringify(
    {
      verdict: verdictOf(code),
      findings: told,
      count,
      head: head && { ...head, root: head.root.toString('base64') },
      note,
      heldAgainst: heads.map(({ size, root }) => ({ size, root: root.toString('base64') })),
      labels,
      erased,
      beside,
      keys: { log: keys.log, witnesses: keys.witnesses, quorum: keys.quorum, fromLog },
    },
    null,
    2,
  );
}

/** Why there is no audit, and what to do. */
export function unreadLine({ code, about, cause }: Unread, { t }: Translator): string {
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  return forTerminal(`${t(`logAudit.unread.${code}`, { about })}${reason}`);
}

function verdictOf(code: number) {
  if (code === 0) return 'holds';
  if (code === 1) return 'broken';
  if (code === 3) return 'differs';
  return code === 4 ? 'unseen' : 'untimely';
}

function sentenceOf(finding: Finding, words: Translator): string {
  const { name, head, entry, time, label, served, tile, flaw } = finding;
  const { t } = words;
  const places = [
    ...(head === undefined ? [] : [t('logAudit.places.head', { size: head })]),
    ...(entry === undefined ? [] : [t('logAudit.places.entry', { entry })]),
    ...(label === undefined ? [] : [t('logAudit.places.label', { label: label.slice(0, maxLabel) })]),
    ...(time === undefined ? [] : [words.time(new Date(time))]),
    ...(served === undefined ? [] : [served.slice(0, maxLabel)]),
    ...(tile === undefined ? [] : [tile]),
  ];
  const place = places.length === 0 ? t('logAudit.places.log') : places.join(', ');
  const sentence = t(`logAudit.findings.${name}`, { place });
  return flaw === undefined ? sentence : `${sentence} [${flaw}]`;
}
