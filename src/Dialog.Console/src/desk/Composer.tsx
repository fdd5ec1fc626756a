import { ActionIcon, Button, FileButton, Group, Paper, Textarea, Tooltip } from '@mantine/core';
import { IconPaperclip, IconSend } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useWords } from '../i18n';
import { useUser } from '../session/session';
import { byText } from '../shared/byText';
import type { Draft } from '../shared/useDraft';
import { AttachmentTray } from './AttachmentTray';
import { useDeskActions } from './DeskProvider';
import { FileDropTarget } from './FileDropTarget';
import { groupOf } from './selectors';
import type { DeskItem } from './types';
import { useAttachments } from './useAttachments';

const typingEvery = 3_000;

interface Props {
  item: DeskItem;
  draft: Draft;
  onRun: (change: Promise<void>) => Promise<boolean>;
}

/** Enter sends; what is written before the conversation was taken takes it first. Each file is a message, the text goes with the first. */
export function Composer({ item, draft, onRun }: Props) {
  const { t } = useWords();
  const user = useUser();
  const desk = useDeskActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const told = useRef(0);
  const taking = useRef(false);
  const resetPicker = useRef<() => void>(null);
  const attachments = useAttachments();
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
    const [first, ...others] = attachments.files;
    if ((!text && !first) || taking.current) return;
    if (!mine) {
      taking.current = true;
      const taken = await onRun(desk.take(item));
      taking.current = false;
      if (!taken) return;
    }
    desk.outbox.add(item.bot, item.id, text, first);
    others.forEach((file) => desk.outbox.add(item.bot, item.id, '', file));
    draft.set('');
    attachments.clear();
    told.current = 0;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const pick = (files: File[]) => {
    attachments.add(files);
    // The same file can be chosen again after it was left out.
    resetPicker.current?.();
    field.current?.focus();
  };
  const onPaste = (event: ClipboardEvent) => {
    const { files, types } = event.clipboardData;
    // Office programs lay a picture beside the words that were copied.
    const isText = types.includes('text/plain') && types.includes('text/html');
    if (files.length === 0 || isText) return;
    event.preventDefault();
    attachments.add([...files]);
  };
  const empty = !draft.text.trim() && attachments.files.length === 0;
  const label = mine ? t.desk.send : t.desk.takeAndSend;
  return (
    <Paper p="sm" radius={0} style={{ borderBlockStart: '1px solid var(--mantine-color-default-border)' }}>
      <FileDropTarget onFiles={attachments.add} />
      <AttachmentTray {...attachments} />
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <FileButton multiple resetRef={resetPicker} onChange={pick} inputProps={{ 'aria-label': t.files.attach }}>
          {(props) => (
            <Tooltip label={t.files.attach}>
              <ActionIcon {...props} size={42} variant="subtle" color="gray" aria-label={t.files.attach}><IconPaperclip size={20} /></ActionIcon>
            </Tooltip>
          )}
        </FileButton>
        <Textarea
          ref={field} aria-label={t.desk.composer} placeholder={t.desk.composerPlaceholder} autosize minRows={1} maxRows={8} flex={1}
          size="md" maxLength={4_096} {...byText(draft.text)} value={draft.text} onKeyDown={onKey} onPaste={onPaste}
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
