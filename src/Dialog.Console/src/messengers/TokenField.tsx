import { PasswordInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { asProblem } from '../api/problem';
import { useWords } from '../i18n';
import { wordsOfProblem } from '../shared/ProblemAlert';
import { placeOf } from './channelForm';

interface Props {
  label: string;
  hint: string;
  value: string;
  onChange: (token: string) => void;
  missing: boolean;
  error: unknown;
}

/** Like a password: hidden while it is pasted, kept nowhere in the page, never filled in again. */
export function TokenField({ label, hint, value, onChange, missing, error }: Props) {
  const { t } = useWords();
  const refused = placeOf(error) === 'token' ? Object.values(wordsOfProblem(asProblem(error), t)).join(' ') : null;
  const field = useRef<HTMLInputElement>(null);
  // The button may be far below.
  useEffect(() => {
    if (placeOf(error) === 'token') field.current?.focus();
  }, [error]);
  const wrong = missing && !value.trim() ? t.messengers.tokenMissing : refused;
  return (
    <PasswordInput
      ref={field} label={label} description={hint} placeholder="123456789:AAF…" value={value} error={wrong} aria-invalid={wrong !== null}
      autoComplete="off" spellCheck={false} maxLength={200} data-1p-ignore data-lpignore="true" styles={{ wrapper: { direction: 'ltr' } }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
