import { useEffect, useRef } from 'react';
import { comboOf, type KeyName, keys } from '../keys.ts';

/** Does what the key says. False: not now, so the press goes on to whoever listens below. */
type Handler = (event: KeyboardEvent) => unknown;
export type KeyHandlers = { readonly [Name in KeyName]?: Handler };
/** 0 the shell, 1 a screen, 2 a panel, 3 the lock: a press is offered to the highest first. */
type Level = 0 | 1 | 2 | 3;
type Layer = {
  readonly current: {
    readonly handlers: KeyHandlers;
    readonly others: Handler | undefined;
    readonly blocks: boolean;
    readonly level: Level;
  };
};

/** Listeners, the last mounted on top. One press is one act: the first that takes it ends it. */
const layers: Layer[] = [];

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const combo = comboOf(event);
  for (const layer of [...layers].reverse().sort((a, b) => b.current.level - a.current.level)) {
    const { handlers, others, blocks } = layer.current;
    for (const [name, handler] of Object.entries(handlers)) {
      if (keys[name as KeyName].combo !== combo || handler?.(event) === false) continue;
      event.preventDefault();
      return;
    }
    if (others !== undefined && others(event) !== false) {
      event.preventDefault();
      return;
    }
    if (blocks) return;
  }
}

/**
 * Listens for the keys of the table while the component is there. `others` is offered what its handlers leave; `blocks`: keys
 * below do not work meanwhile.
 */
export function useKeys(
  handlers: KeyHandlers,
  {
    active = true,
    blocks = false,
    level = 1,
    others,
  }: { readonly active?: boolean; readonly blocks?: boolean; readonly level?: Level; readonly others?: Handler } = {},
): void {
  const layer = useRef({ handlers, others, blocks, level });
  layer.current = { handlers, others, blocks, level };
  useEffect(() => {
    if (!active) return;
    if (layers.length === 0) window.addEventListener('keydown', onKeyDown);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [active]);
}
