import { memo, type ReactElement, type Ref } from 'react';
import {
  type FieldName,
  type FieldState,
  type Fields,
  fieldKinds,
  type TypedValueFault,
} from '../../../shared/domain/invoice-fields/index.ts';
import { type Finding, needsPerson } from '../../../shared/domain/supplier-invoices/index.ts';
import { findingSentence } from '../../sentences.ts';
import { useText } from '../../text/use-text.ts';
import { AbsentIcon, CheckIcon, FaultIcon, MissingIcon, SafeIcon, WarningIcon } from '../../ui/icons.ts';
import { ValueField, type ValueLook } from '../../ui/value-field.tsx';

type Props = {
  readonly name: FieldName;
  readonly field: Fields[FieldName];
  readonly text: string;
  readonly typing: boolean;
  readonly fault: TypedValueFault | undefined;
  readonly findings: readonly Finding[];
  readonly readOnly: boolean;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (name: FieldName, text: string) => void;
  readonly onFocus: (name: FieldName) => void;
  readonly onBlur: (name: FieldName) => void;
};

/** One field of the invoice under verification. */
export const FieldRow = memo(function FieldRow(props: Props) {
  const { name, field, text, typing, fault, findings, readOnly, inputRef, onChange, onFocus, onBlur } = props;
  const t = useText();
  const worst = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  const state = worst?.severity === 'error' && field.state !== 'missing' ? 'error' : field.state;
  const optional = state === 'missing' && !needsPerson(name, field);
  const isWarned = worst !== undefined && state === 'safe';
  const look: ValueLook = isWarned ? 'check' : optional ? 'absent' : looks[state];
  const kinds = [...new Set(field.evidence.map(({ kind }) => kind))].filter((kind) => kind !== 'pixels' && kind !== 'format');
  const chips = kinds.length === 0 && field.value !== null ? ['pixels' as const] : kinds;
  const message =
    fault !== undefined
      ? ({ kind: 'error', text: t.typed[fault] } as const)
      : worst !== undefined
        ? ({ kind: worst.severity, text: findingSentence(worst, t) } as const)
        : undefined;
  return (
    <ValueField
      id={`field-${name}`}
      label={t.field[name]}
      text={text}
      look={look}
      icon={typing ? icons.missing : isWarned ? <WarningIcon aria-hidden /> : optional ? icons.absent : icons[state]}
      state={typing ? t.station.notSaved : isWarned ? t.fieldState.check : optional ? t.fieldState.absent : t.fieldState[state]}
      chips={typing || state === 'absent' ? [] : chips.slice(0, 2).map((kind) => t.evidence[kind].chip)}
      unsaved={typing}
      message={message}
      right={fieldKinds[name] === 'minor'}
      readOnly={readOnly}
      inputRef={inputRef}
      onChange={(typed) => onChange(name, typed)}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus(name);
      }}
      onBlur={() => onBlur(name)}
    />
  );
});

const looks: Record<FieldState, ValueLook> = {
  safe: 'plain',
  check: 'check',
  error: 'error',
  missing: 'missing',
  absent: 'absent',
};
const icons: Record<FieldState, ReactElement> = {
  safe: <SafeIcon aria-hidden />,
  check: <CheckIcon aria-hidden />,
  error: <FaultIcon aria-hidden />,
  missing: <MissingIcon aria-hidden />,
  absent: <AbsentIcon aria-hidden />,
};
