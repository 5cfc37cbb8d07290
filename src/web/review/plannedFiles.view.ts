import type { Planned } from '../../commands/review/assignment/planAssignments.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { personName } from '../views/staffWords.view.ts';

/** The plan of all files that wait for their people, in words. */
export interface PlannedFilesView {
  readonly lead: string;
  readonly digest: string;
  /** Empty where nobody can be invited. */
  readonly button: string;
  readonly files: readonly {
    readonly href: string;
    readonly number: string;
    readonly organisation: string;
    readonly peers: string;
    readonly others: string;
    /** Whether somebody is found for it. */
    readonly served: boolean;
    readonly fit: string;
  }[];
}

/** The plan of all files that wait for their people, as an officer reads it before anything is sent. */
export function plannedFiles({ files, chosen, digest }: Planned, words: Translator): PlannedFilesView {
  const served = files.filter(({ peers, others }) => peers.length + others.length > 0);
  return {
    lead: words.t('assignment.board.lead', { count: files.length }),
    digest,
    button: chosen.length === 0 ? '' : words.t('assignment.board.button', { count: served.length }),
    files: files.map(({ application, organisation, peers, others, cost }) => ({
      href: `/${words.language}/files/${application.id}`,
      number: application.id,
      organisation,
      peers: peers.map(personName).join(', '),
      others: others.map(personName).join(', '),
      served: peers.length + others.length > 0,
      fit: words.t('assignment.board.fit', { cost }),
    })),
  };
}
