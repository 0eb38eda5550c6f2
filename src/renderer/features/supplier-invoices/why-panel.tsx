import { type FieldName, type Fields, fieldKinds, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { needsPerson } from '../../../shared/domain/supplier-invoices/index.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';

type Props = { readonly name: FieldName; readonly field: Fields[FieldName]; readonly onClose: () => void };

/** Why a field has its value: what speaks for it, in words, and how sure the reading was. */
export function WhyPanel({ name, field, onClose }: Props) {
  const t = useText();
  const nothing = needsPerson(name, field) ? t.station.whyMissing : t.station.whyNothing;
  return (
    <Panel title={fill(t.station.whyTitle, { field: t.field[name] })} closeName={t.common.close} onClose={onClose}>
      {field.value === null ? (
        <p>{nothing}</p>
      ) : (
        <>
          <strong>{showValue(fieldKinds[name], field.value)}</strong>
          <ul>
            {field.evidence.map((evidence) => (
              <li key={evidence.kind === 'pixels' ? `pixels ${evidence.box}` : `${evidence.kind} ${evidence.ref}`}>
                {fill(
                  t.evidence[evidence.kind].sentence,
                  evidence.kind === 'pixels' ? { page: evidence.page, text: evidence.text } : {},
                )}
              </li>
            ))}
          </ul>
          <p>{fill(t.station.whyConfidence, { percent: Math.round(field.confidence * 100) })}</p>
        </>
      )}
    </Panel>
  );
}
