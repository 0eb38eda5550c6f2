/** An upcast for a version that says more than the one before: the older form gets the new parts as if they had not been said. */
export const withMore =
  (more: { readonly [part: string]: null }) =>
  (input: unknown): unknown =>
    typeof input === 'object' && input !== null ? { ...input, ...more } : input;
