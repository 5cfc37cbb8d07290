import type { SealCertificate } from '../../commands/verify/sealCertificates.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { digestForEyes, shownRootDigest, type TrustRoot } from '../../register/trust/trustRoot.ts';

interface Published {
  readonly did: string;
  readonly root: TrustRoot | null;
  readonly seals: readonly SealCertificate[];
}

/** What the page of keys shows. */
export type KeysView = ReturnType<typeof keysView>;

/** The newest root and every certificate of the seal, in words. */
export function keysView({ did, root, seals }: Published, { t, date }: Translator) {
  return {
    did,
    root: root && {
      version: String(root.signed.version),
      until: date(dayOf(root.signed.expires)),
      signers: t('trust.root.signers', {
        threshold: root.signed.roles.root.threshold,
        people: root.signed.roles.root.keyids.length,
      }),
      digest: shownRootDigest(root),
    },
    seals: seals.map((one) => ({
      ...{ name: one.name, issuer: one.issuer, seals: one.seals, until: date(dayOf(one.until)) },
      digest: digestForEyes(one.digest),
      address: `/seals/${one.digest}.cer`,
    })),
  };
}
