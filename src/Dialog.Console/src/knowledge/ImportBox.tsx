import { Stack } from '@mantine/core';
import { ImportDone } from './ImportDone';
import { ImportEditor } from './ImportEditor';
import { ImportPreviewPanel } from './ImportPreviewPanel';
import { useImport } from './useImport';

export function ImportBox({ bot }: { bot: string }) {
  const work = useImport(bot);
  if (work.preview) return <ImportPreviewPanel work={work} preview={work.preview} />;
  return (
    <Stack gap="md">
      {work.done && <ImportDone bot={bot} result={work.done} />}
      <ImportEditor work={work} />
    </Stack>
  );
}
