import type * as z from 'zod';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import {
  addCaseNote,
  editCaseNote,
  maxNoteLength,
  removeCaseNote,
} from '../../commands/desk/casework/caseNotes.ts';
import { followItem, unfollowItem } from '../../commands/desk/casework/followItem.ts';
import { handOver } from '../../commands/desk/casework/handOver.ts';
import { tagItem, untagItem } from '../../commands/desk/casework/tagItem.ts';
import type { CaseworkView } from '../../commands/desk/casework/viewCasework.ts';
import type { Asker } from '../../commands/ports/ports.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { line, lines, optionalLine, optionalLines, orNull } from './fields.ts';
import type { FormBelow } from './formsBelow.ts';

/** What the choice of an owner sends for nobody. */
const nobody = 'nobody';

const id = line(60);
const about = optionalLine(60).transform(orNull);

/** What the fields of the panel are called, for the summary of what is wrong. */
export function caseworkNames({ t }: Translator) {
  return {
    owner: t('casework.to'),
    handNote: t('casework.handNote'),
    tag: t('casework.tag'),
    caseNote: t('casework.note'),
    caseAbout: t('casework.about'),
    noteText: t('casework.noteText'),
  };
}

interface WithCasework {
  readonly casework: CaseworkView | null;
}

/** The forms of the panel in which officers add to an item, below the page that shows it. */
export function caseworkForms<Loaded extends WithCasework>(
  form: FormBelow<Loaded, object>,
  next: (ctx: WebContext) => string,
): void {
  type On = Pick<CaseworkView, 'id' | 'people'>;
  const add = <Shape extends z.ZodRawShape>(
    end: string,
    shape: Shape,
    command: (deps: WebDeps, asker: Asker, input: z.infer<z.ZodObject<Shape>>, on: On) => Promise<void>,
  ) =>
    form(
      `casework/${end}`,
      shape,
      (deps, asker, input, { casework }) => command(deps, asker, input, requireVisible(casework)),
      (ctx) => `${next(ctx)}#casework`,
    );

  const owner = {
    owner: id,
    from: optionalLine(60).transform(orNull),
    handNote: optionalLines(maxNoteLength),
  };
  add('owner', owner, (deps, asker, { owner: to, from, handNote: note }, { id: item }) =>
    handOver(deps, asker, { item, to: to === nobody ? null : to, from, note }),
  );
  add('tag', { tag: line(200) }, (deps, asker, { tag }, { id: item }) => tagItem(deps, asker, { item, tag }));
  add('untag', { tag: line(200) }, (deps, asker, { tag }, { id: item }) =>
    untagItem(deps, asker, { item, tag }),
  );
  add('follow', {}, (deps, asker, _, { id: item }) => followItem(deps, asker, { item }));
  add('unfollow', {}, (deps, asker, _, { id: item }) => unfollowItem(deps, asker, { item }));

  const note = { caseNote: lines(maxNoteLength), caseAbout: about };
  add('note', note, (deps, asker, { caseNote: text, caseAbout }, on) =>
    addCaseNote(deps, asker, { item: on.id, text, about: requireMember(on, caseAbout) }),
  );
  const change = { noteId: id, noteText: lines(maxNoteLength), noteAbout: about };
  add('change-note', change, (deps, asker, { noteId, noteText: text, noteAbout }, on) =>
    editCaseNote(deps, asker, { item: on.id, noteId, text, about: requireMember(on, noteAbout) }),
  );
  add('remove-note', { noteId: id }, (deps, asker, { noteId }, { id: item }) =>
    removeCaseNote(deps, asker, { item, noteId }),
  );
}

/** A note is about somebody of the organisation, or about nobody. */
function requireMember({ people }: Pick<CaseworkView, 'people'>, personId: string | null): string | null {
  return personId === null ? null : requireVisible(people.find(({ id }) => id === personId)).id;
}
