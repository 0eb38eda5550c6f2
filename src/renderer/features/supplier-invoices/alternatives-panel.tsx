import type { Alternative, FieldName, Fields } from '../../../shared/domain/invoice-fields/index.ts';
import type { InvoicePage } from '../../../shared/domain/supplier-invoices/index.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { alternativeChoices } from './alternative-choices.tsx';

type Props = {
  readonly name: FieldName;
  readonly field: Fields[FieldName];
  readonly pages: readonly InvoicePage[];
  readonly onPick: (alternative: Alternative) => void;
  readonly onClose: () => void;
};

/** Other values that were found for a field: arrows and Enter. */
export function AlternativesPanel({ name, field, pages, onPick, onClose }: Props) {
  const t = useText();
  const title = fill(t.station.alternativesTitle, { field: t.field[name] });
  return (
    <Panel title={title} closeName={t.common.close} onClose={onClose} takesFocus={field.alternatives.length === 0}>
      {field.alternatives.length === 0 ? (
        <p>{t.station.noAlternatives}</p>
      ) : (
        <ChoiceList
          name={title}
          takesFocus
          choices={alternativeChoices(name, field, pages, t)}
          onPick={(index) => {
            const alternative = field.alternatives[index];
            if (alternative !== undefined) onPick(alternative);
          }}
        />
      )}
    </Panel>
  );
}
