import type { z } from 'zod';

/** One line of a table of names: what a name takes, parsed on arrival, and the type of what it gives. */
export type Called<Input, Answer> = { readonly input: z.ZodType<Input>; readonly result?: Answer };
export const takes = <Input>(input: z.ZodType<Input>) => ({ gives: <Answer>(): Called<Input, Answer> => ({ input }) });
