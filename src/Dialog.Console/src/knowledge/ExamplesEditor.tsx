import { ActionIcon, Button, Group, Input, Stack, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../i18n';
import { byText } from '../shared/byText';
import { addExamples } from './intentDraft';

interface Props {
  examples: readonly string[];
  /** Typed but not yet added; saving takes it along. */
  pending: string;
  error: string | null;
  onPending: (text: string) => void;
  onChange: (examples: string[]) => void;
}

export function ExamplesEditor({ examples, pending, error, onPending, onChange }: Props) {
  const { t } = useWords();
  const add = () => {
    onChange(addExamples(examples, pending));
    onPending('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <Input.Wrapper label={t.knowledge.examples} description={t.knowledge.examplesHint} labelElement="div" error={error}>
      <Stack gap={6} mt={6}>
        {examples.map((example, index) => (
          <Group key={index} gap={6} wrap="nowrap" align="flex-start">
            <Textarea
              aria-label={t.knowledge.example(index + 1)} {...byText(example)} autosize minRows={1} flex={1} value={example}
              onChange={(event) => onChange(examples.map((old, at) => (at === index ? event.currentTarget.value : old)))}
            />
            <ActionIcon
              variant="subtle" color="gray" size={36} aria-label={t.knowledge.removeExample(example)}
              onClick={() => onChange(examples.filter((_, at) => at !== index))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        <Group gap={6} wrap="nowrap" align="flex-start">
          <Textarea
            aria-label={t.knowledge.addExample} placeholder={t.knowledge.addExample} {...byText(pending)} autosize minRows={1} flex={1}
            value={pending} onChange={(event) => onPending(event.currentTarget.value)} onKeyDown={onKey}
          />
          <Button variant="default" disabled={!pending.trim()} onClick={add}>{t.knowledge.addExampleButton}</Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
