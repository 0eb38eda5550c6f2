/** Puts values in the places of a sentence: 'Läser {name}, sida {page}'. */
export function fill(sentence: string, values: { readonly [name: string]: string | number }): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}

/** A sentence with a form for one and a form for more; `{count}` is the number. */
export type Plural = { readonly one: string; readonly other: string };

export function fillPlural(
  sentence: Plural,
  count: number | string,
  values: { readonly [name: string]: string | number } = {},
): string {
  return fill(count === 1 ? sentence.one : sentence.other, { count, ...values });
}
