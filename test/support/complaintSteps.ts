import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { fileComplaint, type NewComplaint } from '../../src/commands/complaint/fileComplaint.ts';
import type { Complaint } from '../../src/commands/items/complaint.ts';
import type { TestService } from './run/service.ts';

/** What a specimen of a complaint says: of a badge in a shop, without a number, from nobody. */
const specimenComplaint: NewComplaint = {
  language: 'fr',
  kind: 'misuse',
  place: 'shop',
  text: 'Un autocollant sur la vitrine de la rue Spécimen.',
  number: '',
  link: '',
  email: '',
  photo: null,
  request: 'test',
};

/** Files one and lets the workers acknowledge it. */
export async function sendComplaint(service: TestService, also: Partial<NewComplaint> = {}) {
  const filed = await fileComplaint(service.deps, { ...specimenComplaint, ...also });
  await service.work();
  return { number: filed.number, secret: requireVisible(filed.secret), dueAt: filed.dueAt };
}

/** A complaint as it stands. */
export async function currentComplaint({ deps }: TestService, id: string): Promise<Complaint> {
  return requireVisible(await deps.store.complaint(id));
}

/** What a form about it carries. */
export async function complaintVersion(service: TestService, complaintId: string) {
  return { complaintId, revision: (await currentComplaint(service, complaintId)).revision };
}

/** A reason that is long enough. */
export const reason = 'Nous avons regardé sur place et comparé avec le registre.';
