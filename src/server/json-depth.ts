/** Deeper than anything that a workstation sends; what is deeper could exhaust whoever goes through it, the database included. */
const deepest = 60;

export function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === deepest) return false;
  return Object.values(value).every((part) => isShallow(part, depth + 1));
}
