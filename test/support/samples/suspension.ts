/** Why a specimen label is suspended at once, and what its holder has to do. */
export const suspension = {
  code: 'misuse',
  reason: 'Spécimen : le macaron figure sur des produits qui ne portent pas le label.',
  todo: 'Enlever le macaron de ces produits.',
  urgent: true,
} as const;
