import { Button, List, ThemeIcon } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '../i18n';
import { EmptyState } from '../shared/EmptyState';

export function NoBots() {
  const { t, f } = useWords();
  return (
    <EmptyState page icon={IconRobot} title={t.bots.emptyTitle} text={t.bots.emptyText}>
      <List spacing="xs" center ta="start" my="sm">
        {t.bots.emptySteps.map((step, index) => (
          <List.Item key={step} icon={<ThemeIcon size={24} radius="xl" variant="light">{f.number(index + 1)}</ThemeIcon>}>
            {step}
          </List.Item>
        ))}
      </List>
      <Button component={Link} to="/bots/new" size="md">{t.bots.createFirst}</Button>
    </EmptyState>
  );
}
