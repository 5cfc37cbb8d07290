import type { AgendaLine } from '../../commands/committee/views/listAgenda.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** The committee's agenda. */
export interface StaffAgenda {
  readonly groups: readonly {
    readonly id: AgendaLine['state'];
    readonly title: string;
    readonly lead: string;
    readonly files: readonly {
      readonly href: string;
      readonly organisation: string;
      readonly line: string;
    }[];
  }[];
}

const states = ['deliberation', 'recommendation', 'decided'] as const;

/** What is to be decided first, then what waits for its recommendation, then what is sealed; empty groups are left out. */
export function staffAgenda(lines: readonly AgendaLine[], words: Translator): StaffAgenda {
  return {
    groups: states
      .map((id) => ({ id, files: lines.filter(({ state }) => state === id) }))
      .filter(({ files }) => files.length > 0)
      .map(({ id, files }) => ({
        id,
        title: words.t(`staff.agenda.${id}.title`),
        lead: words.t(`staff.agenda.${id}.lead`),
        files: files.map(({ applicationId, organisation, commune, submittedAt }) => ({
          href: `/${words.language}/${id === 'recommendation' ? 'files' : 'committee'}/${applicationId}`,
          organisation,
          line: [applicationId, commune, submittedAt && words.date(submittedAt)]
            .filter((part) => part)
            .join(' · '),
        })),
      })),
  };
}
