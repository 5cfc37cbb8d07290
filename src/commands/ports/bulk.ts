import type { Entry } from '../../register/entry.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { ApplicationEvent } from '../../workflow/events.ts';
import type { StoredApplication } from '../../workflow/stored.ts';
import type { Application, Organisation, Person, Snapshot } from '../items/items.ts';

/** Fills the register with many entries at a time, beside the workflow: for specimens. */
export interface Bulk {
  /** Reserves so many numbers of a series; returns the first. */
  takeNumbers(series: string, count: number): Promise<number>;
  /** Adds entries, all of them or none. */
  addEntries(entries: readonly Entry[]): Promise<void>;
  /** Writes entries in the place of those that are there, all of them or none. */
  changeEntries(entries: readonly Entry[]): Promise<void>;
}

/** The first labels of a database: an empty register gets them once. */
export interface FirstEntries {
  /** False once they were added, also after all were removed; always false where other labels exist. */
  areDue(): Promise<boolean>;
  /** Adds them and records it in the same commit; false, with nothing added, when another process added them meanwhile. */
  add(entries: readonly Entry[]): Promise<boolean>;
}

/** A file that was sent, with its organisation, the person who sent it and what happened to it since: for specimens. */
export interface FilledFile {
  readonly organisation: Omit<Organisation, 'revision' | 'head'>;
  readonly owner: Omit<Person, 'revision' | 'head'>;
  readonly application: Omit<Application, 'revision' | 'head'>;
  readonly snapshot: Snapshot;
  /** As it was once it was sent, and what happened to it since. */
  readonly begun: StoredApplication;
  readonly later: readonly { readonly event: ApplicationEvent; readonly facts: readonly DomainEvent[] }[];
}

/** Fills the desk with many files at a time, beside the workflow: for specimens. */
export interface FileBulk {
  /** Adds files with the lines of each in the journal and their rows, all of them or none. */
  addFiles(files: readonly FilledFile[]): Promise<void>;
}
