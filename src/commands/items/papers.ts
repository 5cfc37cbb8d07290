import type { Language, PublishedScheme } from '../../criteria/scheme.ts';
import type { RecusalGround } from '../../policies/recusal.ts';
import type { Day } from '../../register/day.ts';
import type { Standing } from '../../register/entry.ts';
import type { SanctionCode } from '../../register/sanction.ts';
import type { Result } from '../../scoring/result.ts';
import type { Condition, DecisionOutcome } from '../../workflow/events.ts';
import type { VoteChoice } from '../../workflow/session/sessionEvents.ts';
import type { AgreementText, SignedAgreement } from './agreementText.ts';
import type { Application, Organisation, Snapshot } from './items.ts';
import type { QuestionnairePaper, ScanCode } from './questionnaire.ts';
import type { YearFigures } from './yearFigures.ts';

/** What a printed file is about. */
export type AboutFile = Pick<Application['context'], 'kind' | 'scope'> &
  Partial<Pick<Application['context'], 'succeeds'>>;

/** A submission of which a proof is printed. */
export interface ProofPaper extends AboutFile {
  readonly language: Language;
  readonly snapshot: Snapshot;
  readonly published: PublishedScheme;
  readonly result: Result;
}

/** A file that is printed whole: a snapshot, or the working copy as it is at `at`. */
export interface FilePaper extends AboutFile {
  readonly language: Language;
  readonly applicationId: string;
  readonly at: string;
  /** Null for the working copy. */
  readonly frozen: { readonly n: number; readonly digest: string } | null;
  readonly content: Snapshot['content'];
  readonly published: PublishedScheme;
  readonly result: Result;
}

/** All that a certificate prints; days are YYYY-MM-DD by the clocks of the label. */
export interface CertificatePaper {
  readonly number: string;
  /** At most 120 characters, which the first page is drawn for. */
  readonly organisation: string;
  /** Names of the offers covered, in the order to print; those beyond the first page's room go on further pages. */
  readonly offers: readonly string[];
  readonly since: string;
  readonly until: string;
  /** Printed where it is not clean. */
  readonly standing: Standing;
  /** Counts certificates of this number, from 1. */
  readonly revision: number;
  readonly criteriaVersion: string;
  /** Points of each theme from 0 to 100, where the holder agreed to show them. */
  readonly scores: readonly ThemeScore[] | null;
  readonly place: string;
  readonly issuedOn: string;
  /** Public address of the label: printed, linked, and encoded in the code to scan. */
  readonly address: string;
  readonly language: Language;
  readonly specimen: boolean;
  /** Drawn before anything is decided, so that a committee sees what it would issue: marked as such across each page. */
  readonly preview?: true;
  /** ISO instant written as the document's creation date: same data, same bytes. */
  readonly createdAt: string;
}

/** A theme, its name in the paper's language, and its points from 0 to 100. */
export interface ThemeScore {
  readonly theme: string;
  readonly name: string;
  readonly score: number;
}

/** A decision as it was announced: the letter that tells it, from what the journal keeps. */
export interface DecisionPaper extends AboutFile {
  readonly language: Language;
  readonly applicationId: string;
  readonly organisation: Pick<Organisation, 'name' | 'street' | 'postcode' | 'commune' | 'specimen'>;
  readonly outcome: DecisionOutcome | 'ineligible';
  /** Instants. Until `dueAt` one may sign, or appeal. */
  readonly decidedAt: string;
  readonly announcedAt: string;
  readonly dueAt: string;
  readonly reason: string;
  readonly conditions: readonly Condition[];
  readonly findings: readonly { readonly grade: 'minor' | 'major'; readonly text: string }[];
  /** Names of the offers that may bear the label. */
  readonly offers: readonly string[];
  /** Names of those that a reconsideration takes off the label. */
  readonly lost: readonly string[];
  /** Points as shown; null where nothing was evaluated. */
  readonly result: LetterResult | null;
  readonly published: PublishedScheme;
  /** Where the organisation signs and appeals. */
  readonly address: string;
}

/** What the committee decided on the withdrawal of a label: the letter that tells it, from what the journal keeps. */
export interface WithdrawalPaper {
  readonly language: Language;
  readonly labelNumber: string;
  readonly organisation: DecisionPaper['organisation'];
  readonly outcome: 'withdrawn' | 'kept';
  /** What it was proposed for. */
  readonly code: SanctionCode;
  readonly reason: string;
  readonly decidedAt: string;
  /** Instant until which a withdrawal can be contested; null where the label is kept. */
  readonly appealBy: string | null;
  /** Day by which the mark has left all that the holder shows; null where the label is kept. */
  readonly removeBy: Day | null;
  /** Instant until which a suspended label that is kept has to be put right; null where nothing is. */
  readonly repairBy: string | null;
  /** Where the holder reads all of it, answers and appeals. */
  readonly address: string;
}

/** What a decision says of the settled scores. */
export interface LetterResult {
  readonly overall: { readonly shown: number | null };
  readonly threshold: number;
  readonly themes: readonly {
    readonly theme: string;
    readonly shown: number | null;
    readonly floor: number;
  }[];
}

/** What the journal keeps with an announcement, so that its letter stays the same whatever becomes of the file. */
export interface LetterData {
  /** Which snapshot was decided on. */
  readonly snapshot: number;
  readonly offers: readonly string[];
  /** Names of those that a reconsideration takes off the label; absent where it takes none. */
  readonly lost?: readonly string[];
  /** Ids of the findings that stood. */
  readonly findings: readonly string[];
  readonly result: LetterResult | null;
}

/** The holder's duties as they were signed. */
export interface AgreementPaper {
  readonly applicationId: string;
  readonly labelNumber: string;
  readonly organisation: DecisionPaper['organisation'];
  readonly conditions: readonly Condition[];
  readonly text: AgreementText;
  /** Its language is that of the paper. */
  readonly signed: Omit<SignedAgreement, 'paper'>;
}

/** The figures of a year as they were published. */
export interface YearReportPaper {
  readonly language: Language;
  readonly year: number;
  readonly figures: YearFigures;
  /** The criteria of the last day that is counted, which name the themes. */
  readonly published: PublishedScheme;
  readonly specimen: boolean;
  /** Where the same is read on a page, and by programs. */
  readonly address: string;
}

/** A session of the committee that is written down, from what its journal keeps. */
export interface MinutesPaper {
  readonly language: Language;
  readonly id: string;
  readonly place: string;
  /** Instants, as all times of this paper. */
  readonly plannedFor: string;
  readonly openedAt: string;
  readonly closedAt: string;
  readonly chair: string;
  readonly present: readonly {
    readonly name: string;
    readonly from: string;
    readonly until: string;
    /** Who noted the departure for them, and why; null where they said it themselves, or stayed to the end. */
    readonly noted: { readonly by: string; readonly reason: string } | null;
  }[];
  /** Who took the chair of the session after it was opened. */
  readonly handovers: readonly Handover[];
  readonly quorum: number;
  readonly files: readonly MinutesFile[];
  /** What the chair added on the session afterwards. */
  readonly remarks: readonly string[];
  readonly approvals: readonly { readonly name: string; readonly at: string }[];
  /** Whether a file is left out of this copy: its reader is recused from it, or it is still sealed. */
  readonly partial: boolean;
  /** sha-256 (hex) of what the minutes say. */
  readonly digest: string;
  readonly specimen: boolean;
}

/** That someone took the chair where it stood empty. */
export interface Handover {
  readonly name: string;
  readonly reason: string;
  readonly at: string;
}

/** One file of a session: who chaired it, who stepped out, every vote, and what follows. */
export interface MinutesFile extends AboutFile {
  readonly number: string;
  /** What the chair added on it afterwards. */
  readonly remarks: readonly string[];
  readonly organisation: string;
  readonly chair: string;
  readonly handovers: readonly Handover[];
  readonly recusals: readonly {
    readonly name: string;
    readonly reason: string;
    /** Where it follows from what is stored, not from anyone's word. */
    readonly ground: RecusalGround;
    /** Who noted it for them; empty where nobody had to. */
    readonly by: string;
  }[];
  /** Every vote that counts. */
  readonly votes: readonly { readonly name: string; readonly choice: VoteChoice; readonly reason: string }[];
  /** Whether the chair's vote broke a tie. */
  readonly casting: boolean;
  readonly outcome: DecisionOutcome | 'deferred' | 'withdrawn' | 'kept';
  readonly reason: string;
  readonly conditions: readonly Condition[];
}

/** What the service prints as PDF: archival, tagged, and the same bytes for the same content. */
export interface Papers {
  /** That a submission arrived, with all by which it is known again. */
  proof(paper: ProofPaper): Promise<Buffer>;
  /** Everything that a file says. */
  file(paper: FilePaper): Promise<Buffer>;
  /** What a label's certificate would be, marked as a preview. */
  certificatePreview(paper: CertificatePaper): Promise<Buffer>;
  /** What was decided on an application, why, and until when one may appeal. */
  decision(paper: DecisionPaper): Promise<Buffer>;
  /** What was decided on the withdrawal of a label. */
  withdrawal(paper: WithdrawalPaper): Promise<Buffer>;
  /** What the holder of a label signed. */
  agreement(paper: AgreementPaper): Promise<Buffer>;
  /** What a session of the committee decided, and how. */
  minutes(paper: MinutesPaper): Promise<Buffer>;
  /** What the people who work in an organisation answered, in sums. */
  questionnaire(paper: QuestionnairePaper): Promise<Buffer>;
  /** The figures of a year. */
  yearReport(paper: YearReportPaper): Promise<Buffer>;
  /** The code of an address to be scanned, for a page. */
  code(address: string): Promise<ScanCode>;
}
