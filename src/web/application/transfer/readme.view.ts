import type { Translator } from '../../../i18n/i18n.ts';

/** What each file of a whole application is, with the digest by which anyone can tell that it is unchanged. */
export function fileReadme(
  applicationId: string,
  files: readonly { readonly name: string; readonly digest: string }[],
  at: Date,
  { t, time }: Translator,
): string {
  return [
    t('transfer.readme.title', { id: applicationId }),
    '',
    t('transfer.readme.made', { time: time(at) }),
    t('transfer.readme.answers'),
    t('transfer.readme.certificates'),
    t('transfer.readme.papers'),
    t('transfer.readme.evidence'),
    '',
    t('transfer.readme.digests'),
    ...files.map(({ name, digest }) => `${digest}  ${name}`),
    '',
  ].join('\r\n');
}
