import { useCallback, useState } from 'react';

/**
 * State that is remembered on this computer. Only for how things look: what is known of invoices stays in the engine. `begin`: what it
 * becomes when it is first shown, in place of what was remembered.
 */
export function useStored<Value>(name: string, initial: Value, begin?: Value): readonly [Value, (value: Value) => void] {
  const [held, setHeld] = useState(() => {
    if (begin !== undefined) writeStored(name, begin);
    return { name, value: begin ?? readStored(name, initial) };
  });
  const current = held.name === name ? held.value : readStored(name, initial);
  if (held.name !== name) setHeld({ name, value: current });
  const change = useCallback(
    (value: Value) => {
      writeStored(name, value);
      setHeld({ name, value });
    },
    [name],
  );
  return [current, change];
}

export function readStored<Value>(name: string, initial: Value): Value {
  try {
    const text = localStorage.getItem(`fakturist.${name}`);
    if (text === null) return initial;
    const value: unknown = JSON.parse(text);
    return isPlainObject(initial) && isPlainObject(value) ? { ...initial, ...value } : (value as Value);
  } catch {
    return initial;
  }
}

export function writeStored(name: string, value: unknown): void {
  try {
    localStorage.setItem(`fakturist.${name}`, JSON.stringify(value));
  } catch {
    // A look that is not remembered is no reason to stop.
  }
}

export const forgetStored = (name: string): void => localStorage.removeItem(`fakturist.${name}`);

const isPlainObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
