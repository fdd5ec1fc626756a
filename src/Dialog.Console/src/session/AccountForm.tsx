import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { Session } from '../api/types';
import { useWords } from '../i18n';
import { byText } from '../shared/byText';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useCountdown } from '../shared/useCountdown';
import { LockedAlert } from './LockedAlert';

interface Props {
  kind: 'signIn' | 'signUp';
  email?: string;
  invitation?: string;
  onDone: (session: Session) => void;
}

const fewestCharacters = 10;
const looksLikeEmail = (text: string) => /^\S+@\S+$/.test(text.trim());

/** Signing in and up: the same fields, the same places for what went wrong. */
export function AccountForm({ kind, email = '', invitation, onDone }: Props) {
  const { t, language } = useWords();
  const [left, startCountdown] = useCountdown();
  const isNew = kind === 'signUp';
  const form = useForm({
    initialValues: { name: '', email, password: '' },
    validate: {
      name: (value) => (isNew && !value.trim() ? t.session.missing : null),
      email: (value) => (looksLikeEmail(value) ? null : value.trim() ? t.session.emailWrong : t.session.missing),
      password: (value) => (!value ? t.session.missing
        : isNew && value.length < fewestCharacters ? t.session.passwordShort(value.length) : null),
    },
  });
  const enter = useMutation({
    mutationFn: (values: typeof form.values) => {
      const account = { ...values, email: values.email.trim(), name: values.name.trim() };
      return isNew ? api.signUp({ ...account, language, invitation }) : api.signIn(account.email, account.password);
    },
    onSuccess: onDone,
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      if (error.retryAfter) startCountdown(error.retryAfter);
      form.setErrors(fieldErrors(error));
    },
  });
  useEffect(() => {
    form.clearErrors();
  }, [language, kind]);

  return (
    <form noValidate onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack>
        {left > 0 && enter.error ? <LockedAlert error={enter.error} left={left} /> : <ProblemAlert error={enter.error} />}
        {isNew && (
          <TextInput label={t.session.name} description={t.session.nameHint} autoComplete="name" {...byText(form.values.name)} withAsterisk={false} required {...form.getInputProps('name')} />
        )}
        <TextInput
          label={t.session.email} type="email" data-autofocus={!email || undefined} autoComplete="username" required withAsterisk={false}
          styles={{ input: { direction: 'ltr' } }} {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t.session.password} data-autofocus={email ? true : undefined} description={isNew ? t.session.passwordHint : undefined} required withAsterisk={false}
          autoComplete={isNew ? 'new-password' : 'current-password'} {...form.getInputProps('password')}
        />
        <Button type="submit" loading={enter.isPending} disabled={left > 0} fullWidth>
          {isNew ? t.session.signUp : t.session.signIn}
        </Button>
      </Stack>
    </form>
  );
}

function fieldErrors({ body }: Problem): Record<string, string> {
  const named = Object.entries(body.errors ?? {});
  return Object.fromEntries(named.map(([field, texts]) => [field.charAt(0).toLowerCase() + field.slice(1), texts.join(' ')]));
}
