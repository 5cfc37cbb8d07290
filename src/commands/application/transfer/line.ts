import type { FileRules } from '../../../criteria/fileRules.ts';
import type { Level, PublishedScheme } from '../../../criteria/scheme.ts';
import type { Fault } from '../../../errors.ts';
import type { NamesIn } from '../../../messages.ts';
import type { SelfAssessment } from '../../items/items.ts';

/** Why a line is not taken; `code` is a sentence under `transfer.refused` in the locales, or a fault of a field. */
export interface LineFault {
  readonly code: NamesIn<'transfer.refused'> | Fault['code'];
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One line of an imported file, as it was read: what it says and where it is, not yet whether it is valid. */
export interface Line {
  /** From 1, as a spreadsheet or an editor shows it. */
  readonly line: number;
  readonly kind: 'fact' | 'answer' | 'offer';
  /** Which offer of the file, from 1; 0 for the organisation. */
  readonly offer: number;
  /** The figure, the criterion, or the field of an offer. */
  readonly id: string;
  /** A figure, or the field of an offer, as text; empty for an answer. */
  readonly text: string;
  /** The figure as a number, where its text is one. */
  readonly number: number | null;
  readonly level: Level | null;
  readonly na: boolean;
  readonly evidence: string;
  readonly comment: string;
  /** What was wrong with it already when it was read. */
  readonly fault?: LineFault;
}

/** A file that was read whole. */
export interface ReadFile {
  /** Empty where the file does not say it. */
  readonly criteriaVersion: string;
  readonly lines: readonly Line[];
}

/** Most lines of one file. */
export const maxLines = 2000;

/** What comes of a line: it fills what is empty, replaces what is there, changes nothing, leaves what is there, or is refused. */
export type LineOutcome = 'new' | 'replaced' | 'same' | 'kept' | 'refused';

/** Records what comes of a line. */
export type Report = (line: Line, outcome: LineOutcome, fault?: LineFault) => void;

/** Whether what is there stays, or is replaced by what the file says. */
export const importModes = ['fill', 'replace'] as const;
export type ImportMode = (typeof importModes)[number];

/** What the plan is made against. */
export interface ImportGround {
  readonly assessment: SelfAssessment;
  readonly published: FileRules;
  /** The rules that the file was written for; the same ones where it does not say. */
  readonly written: PublishedScheme;
  readonly mode: ImportMode;
}
