import type { sv } from './sv.ts';

/** Every text of the program, with the Swedish as its model. */
export type Texts = Widened<typeof sv>;
export type Widened<T> = T extends string ? string : { readonly [Key in keyof T]: Widened<T[Key]> };
