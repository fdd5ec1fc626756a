import type { Raw } from '../api/http';
import type { ImportPair, ImportPreview } from '../api/types';

export const mostBytes = 2_000_000;

export type Source = { kind: 'text'; text: string } | { kind: 'file'; file: File };

/** The size in bytes; only measured exactly where it matters. */
export function sizeOf(text: string): number {
  return text.length * 3 <= mostBytes ? text.length : new Blob([text]).size;
}

export function rawOf(source: Source): Raw {
  if (source.kind === 'text') return { content: source.text, type: 'text/plain; charset=utf-8' };
  return { content: source.file, type: /\.(csv|tsv)$/i.test(source.file.name) ? 'text/csv' : 'application/octet-stream' };
}

const persian = /[\u0600-\u06ff]/;
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

const plain = ({ examples, answer }: ImportPair) => examples.length > 0 && !!answer && !answer.includes('\n');
const plainText = ({ examples, answer }: ImportPair) => [...examples.map(oneLine), answer].join('\n');

function markedText({ examples, answer }: ImportPair): string {
  const reply = answer ?? '';
  const [q, a] = persian.test([...examples, reply].join('')) ? ['س: ', 'ج: '] : ['Q: ', 'A: '];
  return [...(examples.length > 0 ? examples : ['']).map((example) => q + oneLine(example)), a + reply].join('\n');
}

/**
 * What was refused, as text to be mended. Marked where the lines alone would not say what is the answer, and then
 * all of it: what follows a marked answer without a mark would be taken for its next paragraph.
 */
export function refusedText({ pairs }: ImportPreview): string {
  const refused = pairs.filter(({ state }) => state === 'refused');
  return refused.map(refused.every(plain) ? plainText : markedText).join('\n\n');
}
