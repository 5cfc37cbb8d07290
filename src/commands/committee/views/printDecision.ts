import type { Language } from '../../../criteria/scheme.ts';
import { readableApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { announcedDecisions } from '../../file/announcedDecisions.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The letter of the nth decision announced on an application, for the people of its organisation and for whoever has the file. */
export async function printDecision(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly n: number; readonly language: Language },
): Promise<Buffer> {
  const { id, context } = await readableApplication(deps, asker, input.applicationId);
  const { kind, scope, succeeds } = context;
  const decisions = announcedDecisions(await deps.store.records(`applications/${id}`));
  const { recordId: _, letter, ...decision } = requireVisible(decisions[input.n - 1]);
  const { criteriaVersion, content } = requireVisible(await deps.store.snapshot(id, letter.snapshot));
  const findings = await Promise.all(letter.findings.map((one) => deps.store.finding(one)));
  return deps.papers.decision({
    ...decision,
    language: input.language,
    applicationId: id,
    kind,
    scope,
    succeeds,
    organisation: content.organisation,
    findings: findings.map(requireVisible).map(({ context: { grade }, text }) => ({ grade, text })),
    offers: letter.offers,
    lost: letter.lost ?? [],
    result: letter.result,
    published: schemeOf(deps, criteriaVersion),
    address: `${deps.publicUrl}/${input.language}/applications/${id}`,
  });
}
