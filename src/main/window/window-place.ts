import { readFileSync, writeFileSync } from 'node:fs';
import { type BrowserWindow, type Rectangle, screen } from 'electron';

export const smallest = { width: 1024, height: 640 };
const usual = { width: 1440, height: 900 };

export type WindowPlace = Partial<Rectangle> & { readonly width: number; readonly height: number; readonly maximized: boolean };

/** Where the window stood last time, if that is still on a screen. Runs in Electron's main process. */
export function readWindowPlace(file: string): WindowPlace {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isPlace(kept) && isOnScreen(kept)) return kept;
  } catch {
    // The first start, or a file that was cut short: the usual place will do.
  }
  return { ...usual, maximized: false };
}

export function keepWindowPlace(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(file, JSON.stringify(place));
    } catch {
      // A place that is not kept is no reason to stop the program from closing.
    }
  });
}

function isPlace(kept: unknown): kept is Rectangle & { maximized: boolean } {
  if (typeof kept !== 'object' || kept === null) return false;
  const place = kept as Record<string, unknown>;
  return ['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(place[name])) && typeof place.maximized === 'boolean';
}

function isOnScreen(place: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(place);
  const overlapX = Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x);
  const overlapY = Math.min(place.y + place.height, workArea.y + workArea.height) - Math.max(place.y, workArea.y);
  return overlapX >= 200 && overlapY >= 100;
}
