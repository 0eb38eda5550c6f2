import { useRef } from 'react';
import { Button } from './button.tsx';
import { UploadIcon } from './icons.ts';

type Props = { readonly text: string; readonly whyNot: string | undefined; readonly onFiles: (files: readonly File[]) => void };

/** A button that opens the system's own choice of files. */
export function FilePicker({ text, whyNot, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={text}
        accept=".pdf,.tif,.tiff,.jpg,.jpeg,.png"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button icon={<UploadIcon />} whyNot={whyNot} onClick={() => input.current?.click()}>
        {text}
      </Button>
    </>
  );
}
