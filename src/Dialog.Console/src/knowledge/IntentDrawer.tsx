import { Alert, Button, Drawer, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Intent, IntentBody } from '../api/types';
import { useWords } from '../i18n';
import { byText } from '../shared/byText';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useDraft } from '../shared/useDraft';
import { ExamplesEditor } from './ExamplesEditor';
import { bodyOf, completed, parseDraft, sameBody } from './intentDraft';
import { useDeleteIntent, useSaveIntent } from './useIntents';

interface Props {
  bot: string;
  intent: Intent | null;
  /** A first example for a new intent. */
  example?: string;
  onClose: () => void;
}

/** One intent. Unsaved changes are kept until they are saved or thrown away, also when the drawer is closed. */
export function IntentDrawer({ bot, intent, example, onClose }: Props) {
  const { t } = useWords();
  const draft = useDraft(`dialog.draft.intent.${bot}.${intent?.id ?? 'new'}`);
  const saved = bodyOf(intent);
  const [restored, setRestored] = useState(() => parseDraft(draft.text) !== null);
  const [pending, setPending] = useState(example ?? '');
  const [tried, setTried] = useState(false);
  const save = useSaveIntent(bot);
  const remove = useDeleteIntent(bot);
  const body = parseDraft(draft.text) ?? saved;
  const change = (next: IntentBody) => draft.set(sameBody(next, saved) ? '' : JSON.stringify(next));
  const complete = completed(body, pending);
  const problems = {
    answer: complete.answer ? null : t.knowledge.needAnswer,
    examples: complete.examples.length > 0 ? null : t.knowledge.needExample,
  };

  const submit = () => {
    setTried(true);
    if (problems.answer || problems.examples) return;
    save.mutate({ id: intent?.id ?? null, body: complete }, {
      onSuccess: () => {
        draft.set('');
        notifications.show({ message: t.app.saved });
        onClose();
      },
    });
  };
  const askToDelete = () => intent && modals.openConfirmModal({
    title: t.knowledge.deleteTitle(intent.title),
    children: t.knowledge.deleteText(intent.examples.length),
    labels: { confirm: t.knowledge.delete, cancel: t.app.cancel },
    confirmProps: { color: 'red.9' },
    onConfirm: () => remove.mutate(intent, {
      onSuccess: () => {
        draft.set('');
        notifications.show({ message: t.knowledge.deleted });
        onClose();
      },
    }),
  });

  return (
    <Drawer
      opened onClose={onClose} position="right" size="lg" title={intent ? t.knowledge.editTitle : t.knowledge.newTitle}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <Stack>
        {restored && (
          <Alert variant="light" color="yellow">
            <Group justify="space-between" gap="xs">
              {t.knowledge.restored}
              <Button size="compact-sm" variant="default" onClick={() => { draft.set(''); setRestored(false); }}>{t.knowledge.discard}</Button>
            </Group>
          </Alert>
        )}
        <ExamplesEditor
          examples={body.examples} pending={pending} onPending={setPending} error={tried ? problems.examples : null}
          onChange={(examples) => change({ ...body, examples })}
        />
        <Textarea
          label={t.knowledge.answer} {...byText(body.answer)} autosize minRows={4} maxRows={14} value={body.answer}
          error={tried ? problems.answer : null} onChange={(event) => change({ ...body, answer: event.currentTarget.value })}
        />
        <TextInput
          label={t.knowledge.intentTitle} description={t.knowledge.titleHint} {...byText(body.title)} value={body.title}
          onChange={(event) => change({ ...body, title: event.currentTarget.value })}
        />
        <ProblemAlert error={save.error ?? remove.error} />
        <Group justify="space-between">
          {intent ? <Button variant="subtle" color="red" loading={remove.isPending} onClick={askToDelete}>{t.knowledge.delete}</Button> : <span />}
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>{t.app.close}</Button>
            <Button loading={save.isPending} onClick={submit}>{t.app.save}</Button>
          </Group>
        </Group>
      </Stack>
    </Drawer>
  );
}
