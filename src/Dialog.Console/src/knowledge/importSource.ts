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

interface Block {
  first: number;
  last: number;
  text: string;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const close = (last: number) => {
    if (lines.length > 0) blocks.push({ first: last - lines.length + 1, last, text: lines.join('\n') });
    lines = [];
  };
  const all = text.split(/\r\n?|\n/);
  all.forEach((line, index) => (line.trim() ? lines.push(line) : close(index)));
  close(all.length);
  return blocks;
}

const persian = /[\u0600-\u06ff]/;

/** A pair as the box understands it; marked, because an answer of several lines would otherwise be taken for questions. */
function textOf({ examples, answer }: ImportPair): string {
  const [question, reply] = persian.test([...examples, answer].join('')) ? ['س: ', 'ج: '] : ['Q: ', 'A: '];
  const lines = examples.map((example) => question + example.replace(/\s*\n\s*/g, ' '));
  return [...lines, reply + (answer ?? '').replace(/\n\s*\n/g, '\n')].join('\n');
}

/** What was refused, as text to be mended: the writer's own lines where they can be found. */
export function refusedText(preview: ImportPreview, source: Source): string {
  const blocks = source.kind === 'text' ? blocksOf(source.text) : [];
  const refused = preview.pairs.filter(({ state }) => state === 'refused');
  const texts = refused.map((pair) =>
    blocks.find(({ first, last }) => pair.row >= first && pair.row <= last)?.text ?? textOf(pair));
  return [...new Set(texts)].join('\n\n');
}
