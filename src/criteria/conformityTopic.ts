/** What the United Nations' vocabulary of conformity calls what a criterion is about (UNTP core 0.6, conformityTopicCode). */
export const conformityTopics = [
  'environment.energy',
  'environment.emissions',
  'environment.water',
  'environment.waste',
  'environment.deforestation',
  'environment.biodiversity',
  'circularity.content',
  'circularity.design',
  'social.labour',
  'social.rights',
  'social.community',
  'social.safety',
  'governance.ethics',
  'governance.compliance',
  'governance.transparency',
] as const;
export type ConformityTopic = (typeof conformityTopics)[number];
