import { useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { FilePicker } from '../../ui/file-picker.tsx';
import { useTakeIn } from './use-take-in.ts';

/** A button that lets the clerk pick files. */
export function AddFiles() {
  const t = useText();
  const takeIn = useTakeIn();
  const whyNot = useWhyNot('intake.receive');
  return <FilePicker text={t.intake.add} whyNot={whyNot} onFiles={(files) => void takeIn(files)} />;
}
