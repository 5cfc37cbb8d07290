import type { Connection } from 'mongoose';

/** Every chain of the journal that belongs to some organisations: their own, and those of their files, reviews, labels, findings and appeals. */
export async function streamsOfOrganisations(
  connection: Connection,
  organisationIds: readonly string[],
): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const these = { $in: [...organisationIds] };
  const ids = (name: string, field: string) =>
    connection.collection<{ _id: string }>(name).distinct('_id', { [field]: these });
  const [applications, reviews, labels, findings, appeals] = await Promise.all([
    ids('applications', 'context.organisationId'),
    ids('reviews', 'organisationId'),
    ids('labels', 'context.organisationId'),
    ids('findings', 'context.organisationId'),
    ids('appeals', 'context.organisationId'),
  ]);
  const named = (kinds: readonly string[], all: readonly string[]) =>
    all.flatMap((id) => kinds.map((kind) => `${kind}/${id}`));
  return [
    ...named(['organisations'], organisationIds),
    ...named(['applications', 'selfAssessments', 'evidence'], applications),
    ...named(['reviews', 'scores'], reviews),
    ...named(['labels'], labels),
    ...named(['findings'], findings),
    ...named(['appeals'], appeals),
  ];
}
