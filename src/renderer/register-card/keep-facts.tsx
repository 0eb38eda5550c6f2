import type { PlainFact, ShownSupplier } from '../../shared/domain/suppliers/index.ts';
import { useText } from '../text/use-text.ts';
import { FieldGroup } from '../ui/field-group.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { factsThatDiffer, type Keep, keeperOf } from './merge-choice.ts';

type Props = {
  readonly merged: ShownSupplier;
  readonly survivor: ShownSupplier;
  readonly keep: Keep;
  readonly onChange: (keep: Keep) => void;
};

/** Where two suppliers that are one differ: whose value is to stand, field by field. */
export function KeepFacts({ merged, survivor, keep, onChange }: Props) {
  const t = useText();
  const differ = factsThatDiffer(merged, survivor);
  if (differ.length === 0) return <span>{t.change.keepNone}</span>;
  const choiceOf = (name: PlainFact) =>
    [
      { value: 'survivor', text: survivor[name] ?? t.common.nothing },
      { value: 'merged', text: merged[name] ?? t.common.nothing },
    ] as const;
  return (
    <FieldGroup name={t.change.keepTitle}>
      {differ.map((name) => (
        <SelectInput
          key={name}
          label={t.plainFact[name]}
          value={keeperOf(name, survivor, keep)}
          choices={choiceOf(name)}
          onChange={(whose) => onChange({ ...keep, [name]: whose })}
        />
      ))}
    </FieldGroup>
  );
}
