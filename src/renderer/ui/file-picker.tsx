import { useRef } from 'react';
import { Button } from './button.tsx';
import { UploadIcon } from './icons.ts';

type Props = {
  readonly text: string;
  readonly whyNot: string | undefined;
  /** Endings of names that are offered; those of scanned invoices where it is not said. */
  readonly accept?: string;
  /** One file only. */
  readonly single?: boolean;
  readonly look?: 'primary' | 'secondary';
  readonly onFiles: (files: readonly File[]) => void;
};
const invoiceTypes = '.pdf,.tif,.tiff,.jpg,.jpeg,.png,.xml,.eml';

/** A button that opens the system's own choice of files. */
export function FilePicker({ text, whyNot, accept = invoiceTypes, single = false, look = 'secondary', onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple={!single}
        hidden
        tabIndex={-1}
        aria-label={text}
        accept={accept}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button look={look} icon={<UploadIcon />} whyNot={whyNot} onClick={() => input.current?.click()}>
        {text}
      </Button>
    </>
  );
}
