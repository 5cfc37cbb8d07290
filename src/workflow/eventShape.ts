import * as z from 'zod';
import type { Occurred } from './occurred.ts';

export const text = z.string();
export const flag = z.boolean();
export const count = z.int().min(0);
export const instant = z.iso.datetime();
export const id = text.min(1);
export const ids = z.array(id);
export const reason = z.object({ reason: text });
/** Of an event that says no more than who did it and when. */
export const nothing = z.unknown();

/** What a shape lets through, as nobody may change it. */
export type Inferred<Shape extends z.ZodType> = Fixed<z.infer<Shape>>;
type Fixed<T> = { readonly [Key in keyof T]: Fixed<T[Key]> };

/** The events whose shapes these are, by their type. */
export type EventOf<Shapes extends Readonly<Record<string, z.ZodType>>> = {
  [Type in keyof Shapes]: Occurred & { readonly type: Type } & Inferred<Shapes[Type]>;
}[keyof Shapes];
