import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { useSay } from '../../messages.ts';
import { saveBlob } from '../../save-blob.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useTask } from '../../use-execute.ts';

type Props = { readonly invoiceId: SupplierInvoiceId; readonly onClose: () => void };

/** What an e-invoice carries: its attachments, to be saved, and its XML. Only kinds of files that an e-invoice may have are opened. */
export function AttachmentsPanel({ invoiceId, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const { data: source, isPending } = useEngineQuery('e-invoices/source', { invoiceId }, { fresh: true });
  const save = async (place: number) => {
    const opened = await task('e-invoices/attachment', { invoiceId, place });
    if (!opened.ok) return;
    saveBlob(opened.value);
    say('note', fill(t.attachments.saved, { name: opened.value.fileName }));
  };
  const size = (bytes: number) => fill(t.attachments.size, { size: Math.ceil(bytes / 1000).toLocaleString(t.locale) });
  return (
    <Panel title={t.attachments.title} closeName={t.common.close} onClose={onClose}>
      {!isPending && (source === null || source === undefined) && <p>{t.attachments.notAnEInvoice}</p>}
      {source && source.attachments.length === 0 && <p>{t.attachments.none}</p>}
      {source && source.attachments.length > 0 && (
        <RowList
          title={t.attachments.list}
          rows={source.attachments.map(({ name, sizeBytes, kind }, place) => ({
            key: `${place} ${name}`,
            left: [name, kind === null ? t.attachments.unknownKind : t.attachments.kinds[kind], size(sizeBytes)].join(' · '),
            right:
              kind === null ? null : (
                <Button small onClick={() => void save(place)}>
                  {t.attachments.save}
                </Button>
              ),
          }))}
        />
      )}
      {source && (
        <Disclosure title={t.attachments.xml} startsOpen={source.attachments.length === 0}>
          {source.xmlLength > source.xml.length && (
            <p>{fill(t.attachments.xmlCut, { shown: source.xml.length, count: source.xmlLength })}</p>
          )}
          <PlainText name={t.attachments.xml} text={source.xml} />
        </Disclosure>
      )}
    </Panel>
  );
}
