import { found } from '../commands/found.ts';
import type { Job } from '../commands/jobPorts.ts';
import { certificatePaper } from '../commands/label/certificatePaper.ts';
import { completeIssue } from '../commands/label/completeIssue.ts';
import type { Deps } from '../commands/ports.ts';
import { frozenFile } from '../commands/screening/frozenFile.ts';
import { drawBadge } from '../issuing/badge/badge.ts';
import { makeCertificate } from '../issuing/certificate/certificate.ts';
import { renderPng } from '../issuing/drawing/raster.ts';
import type { IssuedFile } from '../register/entry.ts';

/** Width in pixels of the badge that is stored as a picture. */
const pngWidth = 512;

/** Makes and stores the certificate and the badges of an opened label, then lets it become active. */
export async function issueLabel(deps: Deps, job: Job): Promise<void> {
  const number = job.stream.slice('labels/'.length);
  const label = found(await deps.store.label(number));
  if (label.state !== 'issuing') return;
  const file = await frozenFile(deps, label.context.applicationId);
  const paper = certificatePaper(file, label, deps.publicUrl);
  const certificate = await makeCertificate(paper);
  const badge = drawBadge({
    number,
    status: label.context.standing === 'provisional' ? 'provisional' : 'active',
    language: paper.language,
    until: label.context.until,
    address: paper.address,
    form: 'large',
    specimen: paper.specimen,
  });
  const keep = async (kind: IssuedFile['kind'], bytes: Buffer, contentType: string): Promise<IssuedFile> => ({
    kind,
    revision: paper.revision,
    digest: await deps.files.save(bytes, contentType),
    size: bytes.length,
  });
  const files = [
    await keep('certificate', certificate, 'application/pdf'),
    await keep('badgeSvg', Buffer.from(badge), 'image/svg+xml'),
    await keep('badgePng', await renderPng(badge, pngWidth), 'image/png'),
  ];
  await completeIssue(deps, { number, files });
}
