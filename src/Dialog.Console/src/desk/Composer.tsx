import { ActionIcon, Button, Group, Paper, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWords } from '../i18n';
import { useUser } from '../session/session';
import { byText } from '../shared/byText';
import type { Draft } from '../shared/useDraft';
import { useDeskActions } from './DeskProvider';
import { groupOf } from './selectors';
import type { DeskItem } from './types';

const typingEvery = 3_000;

interface Props {
  item: DeskItem;
  draft: Draft;
  onRun: (change: Promise<void>) => Promise<boolean>;
}

/** Enter sends; what is written before the conversation was taken takes it first. */
export function Composer({ item, draft, onRun }: Props) {
  const { t } = useWords();
  const user = useUser();
  const desk = useDeskActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const told = useRef(0);
  const taking = useRef(false);
  const mine = groupOf(item, user.id) === 'mine';
  useEffect(() => {
    if (mine) field.current?.focus();
  }, [mine]);

  const write = (text: string) => {
    draft.set(text);
    if (!mine || !text || Date.now() - told.current < typingEvery) return;
    told.current = Date.now();
    desk.typing(item);
  };
  const send = async () => {
    const text = draft.text.trim();
    if (!text || taking.current) return;
    if (!mine) {
      taking.current = true;
      const taken = await onRun(desk.take(item));
      taking.current = false;
      if (!taken) return;
    }
    desk.outbox.add(item.bot, item.id, text);
    draft.set('');
    told.current = 0;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const empty = !draft.text.trim();
  const label = mine ? t.desk.send : t.desk.takeAndSend;
  return (
    <Paper p="sm" radius={0} style={{ borderBlockStart: '1px solid var(--mantine-color-default-border)' }}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Textarea
          ref={field} aria-label={t.desk.composer} placeholder={t.desk.composerPlaceholder} autosize minRows={1} maxRows={8} flex={1}
          size="md" maxLength={4000} {...byText(draft.text)} value={draft.text} onKeyDown={onKey}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <Button
          size="md" visibleFrom="sm" disabled={empty} onClick={() => void send()}
          leftSection={<IconSend size={18} className="dialog-flip" aria-hidden />}
        >
          {label}
        </Button>
        <ActionIcon size={42} hiddenFrom="sm" aria-label={label} disabled={empty} onClick={() => void send()}>
          <IconSend size={20} className="dialog-flip" />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
