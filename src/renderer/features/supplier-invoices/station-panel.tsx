import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { InvoiceCard } from '../../../shared/contract/engine.ts';
import type { Alternative, FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { AlternativesPanel } from './alternatives-panel.tsx';
import { AttachmentsPanel } from './attachments-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { DuplicatePanel } from './duplicate-panel.tsx';
import { FaultPanel } from './fault-panel.tsx';
import { HistoryList } from './history-list.tsx';
import { lookAlikeOf } from './look-alike.tsx';
import { NotePanel } from './note-panel.tsx';
import { PacePanel } from './pace-panel.tsx';
import { ParkPanel } from './park-panel.tsx';
import { SupplierPanel } from './supplier-panel.tsx';
import type { Station } from './use-station.ts';
import { WarningsPanel } from './warnings-panel.tsx';
import { WhyPanel } from './why-panel.tsx';

export type PanelName =
  | 'why'
  | 'alternatives'
  | 'fault'
  | 'park'
  | 'note'
  | 'supplier'
  | 'history'
  | 'pace'
  | 'attachments'
  | 'warnings'
  | 'duplicate'
  | 'compare';
type Props = {
  readonly panel: PanelName;
  readonly focused: FieldName;
  readonly card: InvoiceCard;
  readonly station: Station;
  readonly onClose: () => void;
  readonly onFault: (isGone: boolean) => void;
  readonly onParked: () => void;
  readonly onPicked: () => void;
  readonly onVerifyAnyway: (reason: string) => void;
  readonly onSetAside: () => void;
};

/** What is open above the fields: never a dialog, so the page and the fields stay in view. */
export function StationPanel(props: Props) {
  const { panel, focused, card, station, onClose, onFault, onParked, onPicked, onVerifyAnyway, onSetAside } = props;
  const t = useText();
  const { facts, findings } = station;
  const field = facts.fields[focused];
  const pick = ({ value, raw, page, box }: Alternative) => {
    station.changeDraft(focused, undefined);
    station.correct({ invoiceId: facts.id, field: focused, value, raw, page, box });
    onPicked();
  };
  switch (panel) {
    case 'why':
      return (
        <WhyPanel key={focused} name={focused} invoice={facts} card={card} findings={findings} onPick={pick} onClose={onClose} />
      );
    case 'alternatives':
      return <AlternativesPanel name={focused} field={field} pages={facts.pages} onClose={onClose} onPick={pick} />;
    case 'fault':
      return <FaultPanel invoice={facts} field={focused} onClose={onClose} onReported={onFault} />;
    case 'note':
      return <NotePanel invoiceId={facts.id} onClose={onClose} />;
    case 'park':
      return <ParkPanel invoiceId={facts.id} onParked={onParked} onClose={onClose} />;
    case 'supplier':
      return <SupplierPanel invoice={facts} onClose={onClose} />;
    case 'history':
      return (
        <Panel title={t.station.historyTitle} closeName={t.common.close} onClose={onClose}>
          <HistoryList invoiceId={facts.id} />
        </Panel>
      );
    case 'pace':
      return <PacePanel onClose={onClose} />;
    case 'attachments':
      return <AttachmentsPanel invoiceId={facts.id} onClose={onClose} />;
    case 'warnings':
      return <WarningsPanel invoiceId={facts.id} warnings={findings} onClose={onClose} />;
    case 'compare': {
      const otherId = otherOf(station);
      return otherId !== undefined && <ComparePanel invoice={facts} otherId={otherId} onClose={onClose} />;
    }
    case 'duplicate': {
      const { twin } = station.now();
      return (
        twin !== undefined && (
          <DuplicatePanel
            invoice={facts}
            twin={twin}
            warnings={findings.filter(({ severity }) => severity === 'warning')}
            onClose={onClose}
            onVerifyAnyway={onVerifyAnyway}
            onSetAside={onSetAside}
          />
        )
      );
    }
  }
}

/** The invoice that this one may be the same as, and that may be shown. */
export function otherOf(station: Station): SupplierInvoiceId | undefined {
  const { twin, findings } = station.now();
  return twin !== undefined && !twin.hidden ? twin.id : findings.map(lookAlikeOf).find((id) => id !== undefined);
}
