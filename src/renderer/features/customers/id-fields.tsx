import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { type IdDraft, newId } from './customer-draft.ts';

type Props = {
  readonly ids: readonly IdDraft[];
  readonly error: string | undefined;
  readonly onChange: (ids: readonly IdDraft[]) => void;
};

/** What the customer is called in other systems. */
export function IdFields({ ids, error, onChange }: Props) {
  const t = useText();
  const { customers } = t;
  const change = (key: string, facts: Partial<IdDraft>) =>
    onChange(ids.map((one) => (one.key === key ? { ...one, ...facts } : one)));
  return (
    <>
      {ids.length > 0 && (
        <FieldGroup name={t.customerFact.externalIds}>
          {ids.map(({ key, system, id }) => [
            <TextInput
              key={`${key} system`}
              label={customers.system}
              value={system}
              onChange={(typed) => change(key, { system: typed })}
            />,
            <TextInput key={`${key} id`} label={customers.id} value={id} onChange={(typed) => change(key, { id: typed })} />,
          ])}
        </FieldGroup>
      )}
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <Button small onClick={() => onChange([...ids, newId()])}>
        {ids.length === 0 ? customers.addFirstId : customers.addId}
      </Button>
    </>
  );
}
