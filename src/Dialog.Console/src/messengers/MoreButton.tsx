import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';

/** Unfolds what follows it. */
export function MoreButton({ label, open, onToggle }: { label: string; open: boolean; onToggle: () => void }) {
  return (
    <Button
      variant="subtle" color="gray" size="compact-sm" px={4} aria-expanded={open} onClick={onToggle} style={{ alignSelf: 'flex-start' }}
      rightSection={<IconChevronDown size={16} aria-hidden style={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
    >
      {label}
    </Button>
  );
}
