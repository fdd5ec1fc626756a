import { Stack, TextInput } from '@mantine/core';
import { asProblem } from '../api/problem';
import type { Provider } from '../api/types';
import { useWords } from '../i18n';
import { ProblemAlert, wordsOfProblem } from '../shared/ProblemAlert';
import { type AddressValues, placeOf } from './channelForm';
import { providers } from './providers';

interface Props {
  provider: Provider;
  values: AddressValues;
  onChange: (values: AddressValues) => void;
  hasProxy?: boolean;
  error: unknown;
}

export function AddressFields({ provider, values, onChange, hasProxy = false, error }: Props) {
  const { t } = useWords();
  const usual = providers[provider];
  const place = placeOf(error, values);
  const field = (name: keyof AddressValues, label: string, description: string, placeholder = '') => (
    <TextInput
      label={label} description={description} placeholder={placeholder} value={values[name]} autoComplete="off" spellCheck={false}
      maxLength={500} styles={{ input: { direction: 'ltr' } }}
      error={place === name ? Object.values(wordsOfProblem(asProblem(error), t)).join(' ') : null}
      onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm">
      {place === 'addresses' && <ProblemAlert error={error} />}
      {field('proxy', t.messengers.proxy, hasProxy ? t.messengers.proxySet : t.messengers.proxyHint, hasProxy ? '••••••••' : 'socks5://127.0.0.1:1080')}
      {field('baseAddress', t.messengers.baseAddress, t.messengers.usual(usual.baseAddress))}
      {field('fileAddress', t.messengers.fileAddress, t.messengers.usual(usual.fileAddress))}
    </Stack>
  );
}
