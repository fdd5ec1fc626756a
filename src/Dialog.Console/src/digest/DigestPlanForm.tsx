import { Group, Select, Stack, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client';
import type { Digest, DigestPlan } from '../api/types';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import { ownTimeZone, timeZones } from './timeZones';
import { digestKey } from './useDigest';

/** What the server goes by until somebody chooses; the browser knows better. */
const notChosen = 'Etc/UTC';

/** Each change is kept at once. */
export function DigestPlanForm({ bot, digest }: { bot: string; digest: Digest }) {
  const { t, f, language } = useWords();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (plan: DigestPlan) => api.planDigest(bot, plan),
    onSuccess: (saved) => {
      queries.setQueryData(digestKey(bot), saved);
      notifications.show({ message: t.app.saved });
    },
  });
  const shown = save.isPending ? save.variables : digest;
  const timeZone = !shown.isOn && shown.timeZone === notChosen ? ownTimeZone() : shown.timeZone;
  const plan: DigestPlan = { isOn: shown.isOn, hour: shown.hour, timeZone };
  const zones = useMemo(() => timeZones(language, plan.timeZone), [language, plan.timeZone]);
  const hours = useMemo(() => Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: f.time(new Date(2000, 0, 1, hour)) })), [f]);
  return (
    <Stack gap="sm">
      <Switch
        label={t.digest.on} checked={plan.isOn} disabled={save.isPending}
        onChange={(event) => save.mutate({ ...plan, isOn: event.currentTarget.checked })}
      />
      {plan.isOn && (
        <Group gap="sm" align="flex-start">
          <Select
            label={t.digest.hour} data={hours} value={String(plan.hour)} allowDeselect={false} w={110} disabled={save.isPending}
            onChange={(hour) => hour !== null && save.mutate({ ...plan, hour: Number(hour) })}
          />
          <Select
            label={t.digest.timeZone} data={zones} value={plan.timeZone} allowDeselect={false} searchable limit={50} flex="1 1 14rem"
            nothingFoundMessage={t.digest.noZone} disabled={save.isPending}
            onChange={(timeZone) => timeZone !== null && save.mutate({ ...plan, timeZone })}
          />
        </Group>
      )}
      <ProblemAlert error={save.error} />
    </Stack>
  );
}
