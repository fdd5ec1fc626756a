import { Alert, Button, CloseButton, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { useWords } from '../i18n';
import { byText } from '../shared/byText';
import { ProblemAlert } from '../shared/ProblemAlert';
import { FileDrop } from './FileDrop';
import { mostBytes, sizeOf } from './importSource';
import type { Import } from './useImport';

export function ImportEditor({ work }: { work: Import }) {
  const { t, f } = useWords();
  const { draft, file, tooLarge, look } = work;
  // Refused before the browser lays out ten megabytes.
  const onPaste = (event: ClipboardEvent) => {
    if (!work.fits(sizeOf(event.clipboardData.getData('text')))) event.preventDefault();
  };
  return (
    <Stack gap="md">
      {tooLarge > 0 && (
        <Alert role="alert" color="red" variant="light" title={t.import.tooLarge(f.megabytes(tooLarge), f.megabytes(mostBytes))}>
          {t.import.tooLargeDetail}
        </Alert>
      )}
      {file ? (
        <Paper withBorder p="md" radius="md">
          <Group justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap"><IconFileTypeCsv aria-hidden /><Text dir="auto">{t.import.file(file.name)}</Text></Group>
            <CloseButton aria-label={t.import.fileBack} onClick={() => work.choose(null)} />
          </Group>
        </Paper>
      ) : (
        <>
          <Textarea
            label={t.import.label} description={<>{t.import.how}<br />{t.import.howMarks}</>} placeholder={t.import.placeholder}
            {...byText(draft.text)} rows={14} resize="vertical" spellCheck={false}
            value={draft.text} onPaste={onPaste} onChange={(event) => work.write(event.currentTarget.value)}
          />
          <FileDrop onFile={work.choose} />
        </>
      )}
      <ProblemAlert error={look.error} />
      <Group justify="space-between">
        <Text size="sm" c={draft.kept ? 'dimmed' : 'var(--dialog-urgent)'}>
          {!file && draft.text && (draft.kept ? t.import.draftKept : t.import.draftFull)}
        </Text>
        <Group gap="sm" ms="auto">
          {!file && draft.text && <Button variant="subtle" color="gray" onClick={() => work.write('')}>{t.import.clear}</Button>}
          <Button loading={look.isPending} disabled={!file && !draft.text.trim()} onClick={() => look.mutate()}>
            {t.import.preview}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
