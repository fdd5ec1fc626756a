import { ActionIcon, Button, Container, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconBook2, IconMessageQuestion, IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client';
import type { TryResult } from '../api/types';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { byText } from '../shared/byText';
import { EmptyState } from '../shared/EmptyState';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useDraft } from '../shared/useDraft';
import { usePageTitle } from '../shared/usePageTitle';
import { TrainingLine } from '../training/TrainingLine';
import { useTraining } from '../training/useTraining';
import { TryOutcome } from './TryOutcome';

interface Tried {
  key: number;
  text: string;
  result: TryResult;
}

export function TryPage() {
  const { t } = useWords();
  const bot = useBot();
  const training = useTraining(bot.id);
  const draft = useDraft(`dialog.draft.try.${bot.id}`);
  const [tried, setTried] = useState<Tried[]>([]);
  const end = useRef<HTMLDivElement>(null);
  usePageTitle(`${t.try.title} · ${bot.name}`);
  const ask = useMutation({
    mutationFn: (text: string) => api.tryOut(bot.id, text),
    onSuccess: (result, text) => {
      setTried((before) => [...before, { key: before.length, text, result }]);
      if (draft.text.trim() === text) draft.set('');
    },
  });
  useEffect(() => {
    // Its value is a promise in newer browsers, which is no way to clean up.
    void end.current?.scrollIntoView({ block: 'nearest' });
  }, [tried, ask.error]);
  const send = () => draft.text.trim() && !ask.isPending && ask.mutate(draft.text.trim());
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  if (training.data?.state === 'empty') {
    return (
      <EmptyState page icon={IconBook2} title={t.try.untrained} text={t.try.untrainedText}>
        <Button component={Link} to={`/bots/${bot.id}/knowledge`}>{t.try.teach}</Button>
      </EmptyState>
    );
  }
  return (
    <Container size="sm" px={0}>
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">{t.try.title}</Title>
          <Text c="dimmed">{t.try.text}</Text>
        </div>
        <TrainingLine bot={bot.id} />
        {tried.length === 0 && <EmptyState icon={IconMessageQuestion} title={t.try.empty} text="" />}
        <Stack gap="lg" role="log" aria-label={t.try.answers}>
          {tried.map(({ key, text, result }) => (
            <TryOutcome key={key} bot={bot.id} text={text} result={result} onAgain={() => ask.mutate(text)} />
          ))}
        </Stack>
        <ProblemAlert error={ask.error} />
        <div className="dialog-dock">
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <Textarea
              aria-label={t.try.input} placeholder={t.try.placeholder} autosize minRows={1} maxRows={6} flex={1} size="md"
              {...byText(draft.text)} value={draft.text} maxLength={4096} onKeyDown={onKey}
              onChange={(event) => draft.set(event.currentTarget.value)}
            />
            <ActionIcon size={44} aria-label={t.try.send} loading={ask.isPending} disabled={!draft.text.trim()} onClick={send}>
              <IconSend size={20} className="dialog-flip" />
            </ActionIcon>
          </Group>
        </div>
        <div ref={end} />
      </Stack>
    </Container>
  );
}
