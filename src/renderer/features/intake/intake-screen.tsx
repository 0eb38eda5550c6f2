import type { SourceFileId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { ContactSheetScreen } from './contact-sheet-screen.tsx';
import { FileListScreen } from './file-list-screen.tsx';

const mostFiles = 500;

type Props = {
  /** The file whose pages are shown; undefined: the list of files. */
  readonly fileId: SourceFileId | undefined;
  readonly cameFrom: SupplierInvoiceId | undefined;
};

/** Inkommet: the files that came in, and the pages of one of them. */
export function IntakeScreen({ fileId, cameFrom }: Props) {
  const { data: files, isPending } = useEngineQuery('intake/files', { limit: mostFiles });
  if (fileId === undefined) return <FileListScreen files={files} isPending={isPending} />;
  return <ContactSheetScreen key={fileId} fileId={fileId} file={files?.find(({ id }) => id === fileId)} cameFrom={cameFrom} />;
}
