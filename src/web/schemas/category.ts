import * as z from 'zod';
import { allCategories } from '../../criteria/category.ts';
import { languages } from '../../criteria/scheme.ts';
import { address } from './label.ts';

const name = z.enum(allCategories);
const category = z
  .object({
    id: name,
    within: name.nullable(),
    names: z.object(Object.fromEntries(languages.map((language) => [language, z.string()]))),
    essglobal: address,
    cpc: z.array(z.string()),
  })
  .meta({ id: 'Category' });

/** The vocabulary of categories of offers. */
export const categoriesAnswer = z.object({ categories: z.array(category) }).meta({ id: 'Categories' });
export type CategoriesAnswer = z.infer<typeof categoriesAnswer>;
