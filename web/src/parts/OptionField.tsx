import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { Option } from '../api/types';
import { words } from '../format';
import { range } from '../options';

/** The input for one option of a model or a treatment, made from its descriptor. */
export function OptionField({
  option,
  value,
  error,
  onChange,
}: {
  option: Option;
  value: string | boolean;
  error: string | null;
  onChange: (value: string | boolean) => void;
}) {
  const label = words(option.name);
  if (option.type === 'boolean') {
    return (
      <Switch
        label={label}
        description={option.description}
        error={error}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  const shared = { label, error, value: String(value) };
  if (option.values && option.values.length > 0) {
    return (
      <Select
        {...shared}
        description={option.description}
        data={option.values}
        allowDeselect={false}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  if (option.type === 'integer' || option.type === 'number') {
    const allowed = range(option);
    return (
      <NumberInput
        {...shared}
        description={`${option.description}${allowed ? ` (${allowed})` : ''}`}
        allowDecimal={option.type === 'number'}
        hideControls
        clampBehavior="none"
        onChange={(next) => onChange(String(next))}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      description={option.description}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
