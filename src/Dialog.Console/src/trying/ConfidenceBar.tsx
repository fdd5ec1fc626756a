import { Box, Text } from '@mantine/core';
import { useWords } from '../i18n';
import classes from './ConfidenceBar.module.css';

interface Props {
  confidence: number;
  threshold: number;
  compact?: boolean;
}

const within = (share: number) => `${Math.min(1, Math.max(0, share)) * 100}%`;

/** How sure the bot is, with the mark from which on it answers by itself. */
export function ConfidenceBar({ confidence, threshold, compact = false }: Props) {
  const { t, f } = useWords();
  const label = t.try.meter(f.percent(confidence), f.percent(threshold));
  return (
    <Box className={compact ? classes.compact : undefined}>
      <div
        className={classes.track} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100}
        aria-valuenow={Math.round(confidence * 100)}
      >
        <div className={classes.fill} data-sure={confidence >= threshold} style={{ inlineSize: within(confidence) }} />
        <div className={classes.mark} style={{ insetInlineStart: within(threshold) }} />
      </div>
      <Text size="xs" c="dimmed" aria-hidden mt={4}>{label}</Text>
    </Box>
  );
}
