import type { Answer, Assessment, OfferAssessment } from '../../../criteria/assessment.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import { dayOf } from '../../../register/day.ts';
import type { ApplicationContext, ApplicationKind, ApplicationScope } from '../../../workflow/stored.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { documentsOf, offeredAmong, oldestCounting } from '../../file/documentsOf.ts';
import type { Evidence, Reconsideration, SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { carriedCertificates } from './carriedCertificates.ts';

/** What a new application begins with: nothing, or what it takes from an earlier one of the same organisation. */
export interface Beginning {
  readonly kind: ApplicationKind;
  /** Absent where everything is asked. */
  readonly scope?: ApplicationScope;
  /** Absent where it takes no label's place because of a change. */
  readonly succeeds?: NonNullable<ApplicationContext['succeeds']>;
  /** That of the label that it is about; the one in force by default. */
  readonly criteriaVersion?: string;
  /** Until when it must be sent, where somebody else opened it. */
  readonly dueAt?: string;
  readonly reconsideration?: Reconsideration;
  readonly copy: Omit<SelfAssessment, 'applicationId' | 'revision'>;
  /** The files of the earlier application; the answers of `copy` point to its documents. */
  readonly evidence: readonly Evidence[];
}

/** The beginning of a first application. */
export const emptyBeginning: Beginning = {
  kind: 'initial',
  copy: { facts: {}, answers: [], offers: [], offersNamed: [], showScores: false },
  evidence: [],
};

type With = Pick<Deps, 'ids' | 'clock' | 'procedure'>;
/** The application that begins: who begins it, when, and by which rules. */
type Begun = FileRef & {
  readonly organisationId: string;
  readonly at: string;
  readonly by: Pick<Asker, 'id'>;
};
type BegunBy = Begun & { readonly scheme: Scheme };

/** The working copy and the files with which a new application is stored. */
export function begun(
  deps: With,
  { copy: { certificates: held = [], ...copy }, evidence }: Beginning,
  { scheme, ...to }: BegunBy,
) {
  const own = carriedFiles(deps, evidence, to);
  const answersOf = ({ answers }: Pick<Assessment, 'answers'>) =>
    answers.map((answer) => withOwnFiles(answer, evidence, own));
  const offers = copy.offers.map((offer): OfferAssessment => ({ ...offer, answers: answersOf(offer) }));
  const { applicationId } = to;
  const certificates = carriedCertificates(held, {
    scheme,
    offersNamed: copy.offersNamed,
    today: dayOf(to.at),
    documentOf: (earlier) => ownDocuments([earlier], evidence, own)[0] ?? '',
  });
  const answered = { ...copy, answers: answersOf(copy), offers };
  const carried = certificates.length > 0 && { certificates };
  const selfAssessment = { ...answered, ...carried, applicationId, revision: 1 };
  return { selfAssessment, evidence: own };
}

/**
 * The files that a new application takes over: each document in its last revision, as the first one of a document of its own.
 * The bytes are the same and kept once.
 */
function carriedFiles(deps: With, evidence: readonly Evidence[], { at, by, ...of }: Begun) {
  return offeredAmong(documentsOf(evidence, oldestCounting(deps))).map(
    ({ latest: { byKey: _, ...latest } }): Evidence => {
      const id = deps.ids.next();
      return { ...latest, id, ...of, document: id, revision: 1, uploadedAt: at, uploadedBy: by.id };
    },
  );
}

/** An answer of an earlier application with the documents of a new one in place of its own: those of the same bytes. */
export function withOwnFiles(answer: Answer, earlier: readonly Evidence[], now: readonly Evidence[]): Answer {
  const { files = [], passages = [], ...rest } = answer;
  const documents = ownDocuments(files, earlier, now);
  const own = passages.flatMap((passage) =>
    ownDocuments([passage.document], earlier, now).map((document) => ({ ...passage, document })),
  );
  const joined = {
    ...(documents.length > 0 && { files: documents }),
    ...(own.length > 0 && { passages: own }),
  };
  return { ...rest, ...joined };
}

/** The documents of a new application with the bytes of some of an earlier one. */
function ownDocuments(
  files: readonly string[],
  earlier: readonly Evidence[],
  now: readonly Evidence[],
): string[] {
  const digests = files.flatMap((document) => digestOf(document, earlier) ?? []);
  const own = now.filter(({ digest, withdrawnAt }) => withdrawnAt === null && digests.includes(digest));
  return [...new Set(own.map(({ document }) => document))];
}

/** The digest of the newest file of a document. */
function digestOf(document: string, evidence: readonly Evidence[]): string | undefined {
  const files = evidence.filter((file) => file.document === document);
  return files.toSorted((a, b) => b.revision - a.revision)[0]?.digest;
}
