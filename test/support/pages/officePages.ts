import { openCorrespondence } from '../../../src/commands/application/correspondence/writeMessage.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { addCaseNote } from '../../../src/commands/desk/casework/caseNotes.ts';
import { setAbsence } from '../../../src/commands/desk/casework/setAbsence.ts';
import { tagItem } from '../../../src/commands/desk/casework/tagItem.ts';
import { publishFigures } from '../../../src/commands/desk/figures/publishFigures.ts';
import { saveView } from '../../../src/commands/desk/lists/savedViews.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { DeskWorld } from '../barred/deskWorld.ts';

/** Pages as one person sees them; nobody is a visitor. */
export interface PagesOf {
  readonly person: Person | null;
  readonly paths: readonly string[];
}

const tag = 'übersetzungsvereinbarungsprüfung-2026-a';
const long = `Voir https://specimen.example/${'dossier-'.repeat(24)} et les ${'pièces justificatives '.repeat(30)}.`;

/** What the desk shows to each who has a part in it, with more on it than fits: names without a space, notes, a stopped job, an act on many files. */
export async function officePages({ web, items, staff, ids }: DeskWorld): Promise<readonly PagesOf[]> {
  const { deps, connection } = web;
  const one = (roles: string) => requireVisible(staff.find((each) => each.roles.join() === roles) ?? null);
  const [officer, administrator] = [one('officer,reviewer'), one('committee,administrator').person];
  const sent = requireVisible(items.find(({ name }) => name === 'scoring') ?? null);
  const item = `files/${sent.applicationId}` as const;
  const { person } = officer;
  await tagItem(deps, person, { item, tag });
  for (const text of [long, 'Un mot.', 'Un deuxième.', 'Un troisième.'])
    await addCaseNote(deps, person, { item, text, about: sent.owner.id });
  const subject = 'Die Vereinbarkeitsbescheinigung und ihre Gültigkeitsvoraussetzungen';
  const message = { applicationId: sent.applicationId, subject, text: long, attachments: [] };
  const subjectId = await openCorrespondence(deps, sent.owner, message);
  await setAbsence(deps, person, {
    personId: person.id,
    from: '2027-12-01',
    until: '2027-12-24',
    standIn: null,
  });
  await saveView(deps, person, {
    kind: 'files',
    name: 'Alles, was seit langem liegen geblieben ist',
    query: 'sort=due',
  });
  await publishFigures(deps, new Date('2026-12-31T12:00:00.000Z'));
  const jobs = connection.collection('jobs');
  const stopped = { state: 'parked', error: 'mailRefused', attempts: 8 };
  const job = requireVisible(await jobs.findOneAndUpdate({ handler: /^mail:/ }, { $set: stopped }));
  const letter = requireVisible(await connection.collection('sentLetters').findOne());
  const idOf = (doc: { readonly _id: unknown }) => encodeURIComponent(String(doc._id));
  const file = `/files/${sent.applicationId}`;
  return [
    {
      person,
      paths: [
        ...['/day', '/lists/files?overdue=yes&sort=due', '/lists/files?q=zzz:1', '/lists/labels', '/load'],
        ...['/lists/assign', `/lists/acts/${officer.bulkAct}`, `${file}`, `${file}/messages`],
        ...[`${file}/messages/${subjectId}`, '/mail', `/mail/letters/${idOf(letter)}`, '/health'],
        ...[`/health/jobs/${idOf(job)}`, '/dashboard', '/dashboard/figures/2026'],
        ...['/account/calendar', '/complaints'],
        ...['/follow-up', '/review', '/sessions', `/sessions/${ids.sessions[0]}`],
      ],
    },
    { person: administrator, paths: ['/day', '/journal', '/people'] },
    { person: sent.owner, paths: ['/my', `/applications/${sent.applicationId}/messages/${subjectId}`] },
    { person: null, paths: ['/how-long'] },
  ];
}
