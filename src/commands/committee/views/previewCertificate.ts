import type { Language } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import { mayDeliberate, mayPreviewCertificate } from '../../../policies/file.ts';
import { isInCommittee, isOfficer } from '../../../policies/who.ts';
import { profile } from '../../../profile/profile.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { type FrozenFile, frozenFile } from '../../file/frozenFile.ts';
import { labelFiles } from '../../file/labelFiles.ts';
import { failedOffers, labelledOffers, makesCertificate } from '../../file/reviewMarks.ts';
import { certificatePaper } from '../../label/certificatePaper.ts';
import { openedLabel, renewedLabel } from '../../label/openedLabel.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** In place of the number, which is assigned when the agreement is signed; no label has this one. */
const placeholder = `${profile.prefix}-00-00000-0`;

interface Which {
  readonly applicationId: string;
  readonly language: Language;
}

/** The certificate that the committee would issue today, for those who may deliberate on the file. */
export async function previewForCommittee(deps: Deps, asker: Asker, which: Which): Promise<Buffer> {
  if (!isInCommittee(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, which.applicationId);
  requireVisible(mayDeliberate(asker, file));
  return preview(deps, file, which.language);
}

/** The same for whoever writes or wrote the recommendation. */
export async function previewForRapporteur(deps: Deps, asker: Asker, which: Which): Promise<Buffer> {
  if (!isOfficer(asker) && !isInCommittee(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, which.applicationId);
  requireVisible(mayPreviewCertificate(asker, file));
  return preview(deps, file, which.language);
}

/** Drawn from what would be issued; where no offer may bear the label there is no certificate. */
async function preview(deps: Deps, file: FrozenFile, language: Language): Promise<Buffer> {
  const at = deps.clock.now().toISOString();
  if (file.application.context.scope) return previewOfLabel(deps, file, at);
  const old = await renewedLabel(deps, file);
  const label = openedLabel(file, placeholder, at, language, old);
  requireVisible(label.offers.length > 0);
  return deps.papers.certificatePreview(certificatePaper(file, label, deps.publicUrl));
}

/** The next certificate of the label that is there, in its language. */
async function previewOfLabel(deps: Deps, file: FrozenFile, at: string): Promise<Buffer> {
  const { kind, scope } = file.application.context;
  requireVisible(makesCertificate(file));
  const label = requireVisible(await deps.store.label(scope?.label ?? ''));
  const [first] = await labelFiles(deps, label);
  const lost = failedOffers(file).map(({ id }) => id);
  const offers =
    kind === 'extension'
      ? [...label.offers, ...labelledOffers(file)]
      : label.offers.filter(({ id }) => !lost.includes(id));
  return deps.papers.certificatePreview(certificatePaper(first, { ...label, offers }, deps.publicUrl, at));
}
