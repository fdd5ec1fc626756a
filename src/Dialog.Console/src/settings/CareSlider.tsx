import { Input, Slider, Text } from '@mantine/core';
import { useWords } from '../i18n';

interface Props {
  value: number;
  onChange: (share: number) => void;
}

/** The shares an owner can choose from; the words below say what each means. */
const shares = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3] as const;

const nearest = (value: number) =>
  shares.reduce((best, share, at) => (Math.abs(share - value) < Math.abs(shares[best]! - value) ? at : best), 0);

const levelOf = (share: number) => (share <= 0.05 ? 'strict' : share <= 0.1 ? 'balanced' : 'bold');

export function CareSlider({ value, onChange }: Props) {
  const { t, f } = useWords();
  return (
    <Input.Wrapper label={t.settings.careful} labelElement="div">
      <Text mt={4} mb="xs">{t.settings.carefulText(f.percent(value))}</Text>
      <Slider
        min={0} max={shares.length - 1} step={1} value={nearest(value)} label={null} mb="xl" mx="xs"
        thumbLabel={t.settings.slider} thumbProps={{ 'aria-valuetext': t.settings.carefulText(f.percent(value)) }}
        marks={shares.map((share, at) => ({ value: at, label: f.percent(share) }))}
        onChange={(at) => onChange(shares[at] ?? value)}
      />
      <Text size="sm" c="dimmed">{t.settings.levels[levelOf(value)]}</Text>
    </Input.Wrapper>
  );
}
