import { personName } from '../../../../templates/staffWords.ts';
import type { DeskList } from '../../../commands/desk/lists/listDesk.ts';
import type { Application } from '../../../commands/items/items.ts';
import type { DeskRow } from '../../../commands/ports/deskPorts.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { LabelState } from '../../../register/entry.ts';

export type RowView = ReturnType<typeof rowView>;

/** A row as a list shows it. */
export function rowView(
  row: DeskList['rows'][number],
  { people, owners }: Pick<DeskList, 'people' | 'owners'>,
  words: Translator,
) {
  const { kind, id, name, owner, reviewers } = row;
  const nameOf = (personId: string) => {
    const person = people.get(personId);
    return person ? personName(person) : '';
  };
  return {
    ...row,
    key: id.slice(kind.length + 1),
    title: name,
    ...rowHead(row, words),
    ownerName: owner && nameOf(owner),
    emails: owners.get(row.organisationId) ?? [],
    reviewerNames: reviewers.map(nameOf).filter((one) => one !== ''),
  };
}

/** What a row is called beside its organisation, where it leads, and where it stands. */
export function rowHead(
  { kind, applicationId, number, state, labelState, marks }: DeskRow,
  words: Translator,
) {
  const { language: lang } = words;
  return {
    number: kind === 'files' ? applicationId : number,
    href: kind === 'files' ? `/${lang}/files/${applicationId}` : `/${lang}/files/${applicationId}/label`,
    shown: kind === 'labels' ? label(state as LabelState) : ofFile(state as Application['state']),
  };

  function label(one: LabelState) {
    const standing =
      one === 'active' && marks.find((mark) => mark === 'conditional' || mark === 'provisional');
    const text = standing ? words.t(`desk.standings.${standing}`) : words.t(`states.label.${one}`);
    const others = marks.filter((mark) => mark !== standing).map((mark) => words.t(`desk.marks.${mark}`));
    return { of: 'label', state: one, text, others } as const;
  }

  /** Of a file with a label that came to something, the state of the label says more than "granted". */
  function ofFile(one: Application['state']) {
    if (one === 'granted' && labelState) return label(labelState);
    return { of: 'application', state: one, text: words.t(`states.application.${one}`) } as const;
  }
}
