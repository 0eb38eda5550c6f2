import type { ReactNode } from 'react';
import { useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useTakeIn } from './use-take-in.ts';

/** Files can be dropped anywhere on what is inside. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const takeIn = useTakeIn();
  const whyNot = useWhyNot('intake.receive');
  return (
    <FileDrop
      title={whyNot === undefined ? t.intake.dropHere : t.intake.mayNot}
      note={t.intake.dropTypes}
      onFiles={(files) => whyNot === undefined && void takeIn(files)}
    >
      {children}
    </FileDrop>
  );
}
