import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const limitBytes = 1_000_000;

/** Writes what the processes say to a file of at most 1 MB, with one older file beside it. No personal data belongs in it. */
export function openLog(folder: string): (name: string) => (text: string) => void {
  mkdirSync(folder, { recursive: true });
  const [file, older] = [join(folder, 'fakturist.log'), join(folder, 'fakturist.1.log')];

  return (name) => (text) => {
    const at = new Date().toISOString();
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limitBytes) renameSync(file, older);
      appendFileSync(file, lines.map((line) => `${at} ${name}: ${line.slice(0, 2_000)}\n`).join(''));
    } catch {
      // A full disk must not take the program down for the sake of its log.
    }
  };
}
