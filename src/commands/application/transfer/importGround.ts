import type { PublishedScheme } from '../../../criteria/scheme.ts';
import type { SelfAssessment } from '../../items/items.ts';
import type { ImportMode } from './line.ts';

/** What the plan is made against. */
export interface ImportGround {
  readonly assessment: SelfAssessment;
  readonly published: PublishedScheme;
  /** The rules that the file was written for; the same ones where it does not say. */
  readonly written: PublishedScheme;
  readonly mode: ImportMode;
}
