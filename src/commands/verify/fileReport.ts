import { addDays, type Day, dayOf } from '../../register/day.ts';
import { maxWaitMs } from '../../register/judgeParts.ts';
import { statusSentence, type Telling } from '../../register/statusSentence.ts';
import type { CheckFlaw, CheckName, Verification } from '../../register/verification.ts';

interface FileTelling extends Telling {
  time(instant: string): string;
}

/** Longest part of a host that is shown. */
const maxHost = 60;

/**
 * Says in words what a file claims and what of it holds: by the register of now, or by what it said at an instant (`asOf`); today, or on a
 * `past` day.
 */
export function fileReport(verification: Verification, telling: FileTelling, asOf?: string, past?: Day) {
  const { verdict, flaw, checks, stampedAgain } = verification;
  const { t, time, date } = telling;
  const day = past === undefined ? null : { day: date(past) };
  const saved = asOf === undefined ? null : { at: time(asOf) };
  // Of a day before the data, its history tells the states of the label and nothing else.
  const isBefore = past !== undefined && asOf !== undefined && past < dayOf(asOf);
  const ofDay = day && verdict === 'notValid' ? t('verification.past.text', day) : null;
  const text =
    saved && verdict === 'holds'
      ? t('verification.saved.text', saved)
      : (ofDay ?? textOf(verification, telling));
  const says = labelOf(verification, telling);
  const held = (name: CheckName) => {
    if (stampedAgain && (name === 'fileKnown' || name === 'wholeFile'))
      return t(`verification.stamped.${name}`);
    if (day && name === 'period') return t('verification.past.period', day);
    if (day && isBefore && (name === 'register' || name === 'status'))
      return t(`verification.past.${name}`, day);
    return saved && name === 'register'
      ? t('verification.saved.register', saved)
      : t(`verification.holds.${name}`);
  };
  const failed = (flaw: CheckFlaw) =>
    day && flaw === 'labelNotValid'
      ? t('verification.past.labelNotValid', day)
      : t(`verification.flaws.${flaw}.says`);
  return {
    title:
      day && (verdict === 'holds' || verdict === 'notValid')
        ? t(`verification.past.${verdict}`, day)
        : titleOf(verification, telling),
    text: flaw ? `${t(`verification.unread.${flaw}`)} ${text}` : text,
    /** What the register says of the label, today or on the day; empty where it knows none. */
    label: day && says !== '' ? `${t('verification.past.then', day)} ${says}` : says,
    /** When it was sealed, and who says so; empty where no seal of ours holds. */
    sealed: sealedText(verification, telling),
    /** Where it stands in the public log, and who saw it there; empty where it carries no proof that holds. */
    logged: loggedText(verification, telling),
    /** Each check: its name, what it found, and what to do where it does not hold. */
    checks: checks.map(({ name, result, flaw }) => ({
      result,
      name: t(`verification.checks.${name}`),
      says: flaw ? failed(flaw) : result === 'holds' ? held(name) : t(`verification.${result}`),
      advice: flaw ? t(`verification.flaws.${flaw}.advice`) : '',
    })),
  };
}

function titleOf({ verdict, stampedAgain, elsewhere = '' }: Verification, { t }: FileTelling): string {
  if (verdict === 'holds' && stampedAgain) return t('verification.verdicts.holds.stamped');
  return t(`verification.verdicts.${verdict}.title`, { host: endOf(elsewhere) });
}

/** Who has a host is said by its end; its beginning may say anything. */
function endOf(host: string): string {
  return host.length > maxHost ? `…${host.slice(-maxHost)}` : host;
}

/** Of a paper, what it is and of which day; what it says stays between those whom it is for. */
function textOf({ verdict, paper, label, wrapped }: Verification, { t, date }: Telling): string {
  if (wrapped && verdict === 'altered') return t('verification.wrapped');
  if (verdict === 'notValid' && label?.until)
    return t('verification.verdicts.notValid.since', { since: date(addDays(label.until, 1)) });
  if (!paper) return t(`verification.verdicts.${verdict}.text`);
  const { kind, on } = paper;
  return `${t(`verification.papers.${kind}`, { day: date(on) })} ${t('verification.verdicts.paper.text')}`;
}

function sealedText({ sealed, stampedAgain }: Verification, { t, time }: FileTelling): string {
  if (!sealed) return '';
  const at = time(sealed.at);
  const says = t(`verification.sealed.${sealed.confirmed ? 'confirmed' : 'claimed'}`, { at });
  return stampedAgain ? `${says} ${t('verification.sealed.again')}` : says;
}

/** Where it stands in the log and who saw it, and that its own time is far from the first that others saw it at. */
function loggedText(verification: Verification, telling: FileTelling): string {
  const seen = seenText(verification, telling);
  const { at = null, seen: span = null } = verification.logged ?? {};
  const isLate = at !== null && span !== null && Date.parse(span[0]) - Date.parse(at) > maxWaitMs;
  if (!isLate) return seen;
  const { t, time } = telling;
  return `${seen} ${t('verification.logged.late', { at: time(at), seen: time(span[0]) })}`;
}

/** Whether everyone is shown the same log is known by those witnesses alone that saw it. */
function seenText({ logged }: Verification, { t }: FileTelling): string {
  if (!logged) return '';
  const { index, earlier, witnesses, quorum, pinned, bindsAll } = logged;
  const where = t(`verification.logged.${earlier ? 'earlier' : 'entry'}`, { index });
  const entry = bindsAll ? where : `${where} ${t('verification.logged.labelOnly')}`;
  if (witnesses === 0 && quorum === 0) return `${entry} ${t('verification.logged.alone')}`;
  const [enough, few] = pinned ? (['enough', 'few'] as const) : (['chosen', 'chosenFew'] as const);
  const seen = witnesses < quorum ? few : enough;
  return `${entry} ${t(`verification.logged.${seen}`, { witnesses, quorum })}`;
}

function labelOf({ number, label, revision }: Verification, telling: Telling): string {
  const { t } = telling;
  if (number === null || label === null) return '';
  const { organisation, revision: newest } = label;
  const status = statusSentence(label, telling);
  const sentence = t('verification.label', { number, organisation, status });
  if (revision === null || revision >= newest) return sentence;
  return `${sentence} ${t('verification.replacedBy', { revision, newest })}`;
}
