/** A model as it would be had it come from nowhere: what two files say alike is then equal. */
export function withoutPaths(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPaths);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (name === 'path' ? [] : [[name, withoutPaths(one)]])));
}
