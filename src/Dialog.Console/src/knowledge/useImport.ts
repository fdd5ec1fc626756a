import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { ImportPreview } from '../api/types';
import { useDraft } from '../shared/useDraft';
import { mostBytes, rawOf, refusedText, sizeOf, type Source } from './importSource';
import { useKnowledgeChanged } from './useIntents';

/** The way from a text or a file over its preview to what the bot knows; nothing entered is lost on it. */
export function useImport(bot: string) {
  const draft = useDraft(`dialog.draft.import.${bot}`);
  const [file, setFile] = useState<File | null>(null);
  const [tooLarge, setTooLarge] = useState(0);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [done, setDone] = useState<ImportPreview | null>(null);
  const changed = useKnowledgeChanged(bot);
  const source: Source = file ? { kind: 'file', file } : { kind: 'text', text: draft.text };

  const look = useMutation({
    mutationFn: () => api.previewImport(bot, rawOf(source)),
    onSuccess: (found) => {
      setDone(null);
      setPreview(found);
    },
  });
  const add = useMutation({
    mutationFn: () => api.runImport(bot, rawOf(source)),
    onSuccess: async (result) => {
      const rest = refusedText(result);
      // A text that was already in the box while a file was added is not the file's to remove.
      draft.set(source.kind === 'file' ? [draft.text, rest].filter(Boolean).join('\n\n') : rest);
      setFile(null);
      setPreview(null);
      setDone(result);
      await changed();
    },
  });
  const fits = (size: number) => {
    setTooLarge(size > mostBytes ? size : 0);
    return size <= mostBytes;
  };
  const clearErrors = () => {
    look.reset();
    add.reset();
  };

  return {
    draft, file, preview, done, tooLarge, look, add,
    fits,
    write: (text: string) => {
      if (!fits(sizeOf(text))) return;
      clearErrors();
      draft.set(text);
    },
    choose: (chosen: File | null) => {
      if (chosen && !fits(chosen.size)) return;
      clearErrors();
      setFile(chosen);
    },
    back: () => {
      clearErrors();
      setPreview(null);
    },
  };
}

export type Import = ReturnType<typeof useImport>;
