import { useState } from 'react';
import { useWords } from '../i18n';

/** The server's limit: 20 MiB, as much as a messenger takes. */
export const attachmentBytes = 20 * 1024 * 1024;

export interface Attachments {
  files: readonly File[];
  /** What could not be taken, in words. */
  refused: readonly string[];
  add: (files: readonly File[]) => void;
  remove: (file: File) => void;
  clear: () => void;
}

/** The files chosen for the next answer. */
export function useAttachments(): Attachments {
  const { t, f } = useWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  return {
    files,
    refused,
    add: (chosen) => {
      const fits = ({ size }: File) => size <= attachmentBytes;
      setFiles((before) => [...before, ...chosen.filter(fits)]);
      setRefused(chosen.filter((file) => !fits(file)).map(({ name, size }) => t.files.tooLarge(name, f.size(size), f.size(attachmentBytes))));
    },
    remove: (file) => setFiles((before) => before.filter((one) => one !== file)),
    clear: () => {
      setFiles([]);
      setRefused([]);
    },
  };
}
