import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { Intent, RankedIntent } from '../api/types';
import { useWords } from '../i18n';
import { IntentDrawer } from '../knowledge/IntentDrawer';
import { addExamples, bodyOf } from '../knowledge/intentDraft';
import { IntentPicker } from '../knowledge/IntentPicker';
import { useSaveIntent } from '../knowledge/useIntents';
import { ProblemAlert } from '../shared/ProblemAlert';

interface Props {
  bot: string;
  text: string;
  ranked: readonly RankedIntent[];
  onAdded: (title: string) => void;
}

/** The likely intents first, then all others: one click teaches the bot what was meant. */
export function AddAsExample({ bot, text, ranked, onAdded }: Props) {
  const { t } = useWords();
  const [creating, setCreating] = useState(false);
  const save = useSaveIntent(bot);
  const add = (intent: Intent) => {
    const body = bodyOf(intent);
    save.mutate({ id: intent.id, body: { ...body, examples: addExamples(body.examples, text.replace(/\s*\n\s*/g, ' ')) } }, {
      onSuccess: () => onAdded(intent.title),
    });
  };
  return (
    <Stack gap="xs" align="flex-start">
      <IntentPicker
        bot={bot} label={t.try.addTo} likely={ranked.map(({ intentId }) => intentId)} loading={save.isPending}
        onPick={add} onNew={() => setCreating(true)}
      />
      <ProblemAlert error={save.error} />
      {creating && <IntentDrawer bot={bot} intent={null} example={text} onClose={() => setCreating(false)} />}
    </Stack>
  );
}
