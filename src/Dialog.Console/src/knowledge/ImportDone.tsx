import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ImportPreview } from '../api/types';
import { useWords } from '../i18n';
import { useIntoView } from '../shared/useIntoView';

export function ImportDone({ bot, result }: { bot: string; result: ImportPreview }) {
  const { t } = useWords();
  const shown = useIntoView();
  const { counts } = result;
  const added = counts.new + counts.merged;
  return (
    <Stack gap="sm" {...shown}>
      <Alert role="status" variant="light" color={added > 0 ? undefined : 'gray'} icon={<IconCircleCheck />}>
        <Group justify="space-between" gap="sm">
          <Text>{added > 0 ? t.import.done(added) : t.import.doneNothing}</Text>
          <Group gap="xs">
            <Button component={Link} to={`/bots/${bot}/knowledge`} size="xs" variant="default">{t.import.seeList}</Button>
            <Button component={Link} to={`/bots/${bot}/try`} size="xs">{t.import.tryIt}</Button>
          </Group>
        </Group>
      </Alert>
      {counts.refused > 0 && (
        <Alert role="status" variant="light" color="orange" icon={<IconAlertTriangle />}>{t.import.mend(counts.refused)}</Alert>
      )}
    </Stack>
  );
}
