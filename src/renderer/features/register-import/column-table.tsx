import type { ExchangePreview } from '../../../shared/contract/register-exchange.ts';
import { type ExchangeMapping, exchangeFields } from '../../../shared/domain/register-exchange/index.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { MappingTable } from '../../ui/mapping-table.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { fieldWords, readingsOf, withField, withTransforms } from './mapping-draft.ts';
import type { ChangeWizard } from './use-wizard.ts';

type Props = { readonly preview: ExchangePreview; readonly mapping: ExchangeMapping; readonly change: ChangeWizard };
const shownSamples = 3;

/** Each column of the file with some of its values, the fact that it becomes, and how its cells are read. */
export function ColumnTable({ preview, mapping, change }: Props) {
  const t = useText();
  const { columns, rows, suggested } = preview;
  const fields = exchangeFields[mapping.register];
  const choices = [
    { value: '', text: t.registerImport.skip },
    ...fields.map(({ name }) => ({ value: name, text: fieldWords(name, t) })),
  ];
  const set = (next: ExchangeMapping) => change({ mapping: next });
  return (
    <MappingTable
      name={t.registerImport.columns}
      heads={[t.registerImport.column, t.registerImport.becomes, t.registerImport.readAs]}
      rows={columns.map((column, place) => {
        const mapped = mapping.columns.find((one) => one.column === column);
        const hint = suggested.find((one) => one.column === column && one.field === mapped?.field);
        const readings = mapped === undefined ? [] : readingsOf(mapping.register, mapped, t);
        const samples = rows.map(({ cells }) => cells[place]?.trim() ?? '').filter((cell) => cell !== '');
        return {
          name: column,
          samples: [...new Set(samples)].slice(0, shownSamples).join(' · ') || t.common.nothing,
          note:
            hint === undefined
              ? ''
              : [
                  hint.by === 'heading' ? t.registerImport.byHeading : t.registerImport.byValues,
                  ...(hint.fits < 1 ? [fill(t.registerImport.fits, { percent: Math.floor(hint.fits * 100) })] : []),
                ].join(', '),
          becomes: (
            <SelectInput
              bare
              label={`${t.registerImport.becomes}: ${column}`}
              value={mapped?.field ?? ''}
              choices={choices}
              onChange={(field) => set(withField(mapping, column, field, suggested))}
            />
          ),
          reads:
            readings.length < 2 ? (
              (readings[0]?.text ?? '')
            ) : (
              <SelectInput
                bare
                label={`${t.registerImport.readAs}: ${column}`}
                value={readings[0]?.value ?? ''}
                choices={readings}
                onChange={(value) => {
                  const chosen = readings.find((one) => one.value === value);
                  if (chosen !== undefined) set(withTransforms(mapping, column, chosen.transforms));
                }}
              />
            ),
        };
      })}
    />
  );
}
