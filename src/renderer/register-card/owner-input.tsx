import type { RegisterOwners } from '../../shared/contract/customers-and-articles.ts';
import { useText } from '../text/use-text.ts';
import { Notice } from '../ui/notice.tsx';
import { SelectInput } from '../ui/select-input.tsx';

type Props = {
  readonly owners: RegisterOwners;
  /** Null: shared by all. */
  readonly unitId: string | null;
  readonly onChange: (unitId: string | null) => void;
};

/** In whose register a new row is to stand: the one that all clients share, or one client's own. */
export function OwnerInput({ owners, unitId, onChange }: Props) {
  const t = useText();
  const shared = owners.mayShare ? [{ value: '', text: t.registerOwner.shared }] : [];
  const choices = [...shared, ...owners.unitIds.map((id) => ({ value: id, text: id }))];
  return (
    <>
      <SelectInput
        label={t.registerOwner.client}
        value={unitId ?? ''}
        choices={choices}
        onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      />
      {unitId !== null && <Notice kind="info">{t.registerOwner.note}</Notice>}
    </>
  );
}

/** Where a new row stands unless somebody says otherwise. */
export const firstOwner = ({ mayShare, unitIds }: RegisterOwners): string | null => (mayShare ? null : (unitIds[0] ?? null));
