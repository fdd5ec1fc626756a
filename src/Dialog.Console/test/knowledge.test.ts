import { describe, expect, it } from 'vitest';
import { refusedText, sizeOf } from '../src/knowledge/importSource';
import { addExamples, completed } from '../src/knowledge/intentDraft';
import { fold, searchIntents } from '../src/knowledge/search';
import { hours, preview } from './server';

const refused = (row: number, examples: string[], answer: string) => ({ row, title: '', examples, answer, state: 'refused' as const });

describe('what was refused', () => {
  it('comes back as it was written where the lines say enough', () => {
    expect(refusedText(preview(refused(1, ['one', 'two'], 'answer'), refused(5, ['three'], 'other'))))
      .toBe('one\ntwo\nanswer\n\nthree\nother');
  });

  it('is marked all through when one of them has to be, so that no answer swallows the next pair', () => {
    expect(refusedText(preview(refused(1, ['one'], ''), refused(3, ['two'], 'answer')))).toBe('Q: one\nA: \n\nQ: two\nA: answer');
  });

  it('has Persian marks for Persian text, and keeps the paragraphs of an answer', () => {
    expect(refusedText(preview(refused(1, ['سلام'], 'یک\n\nدو')))).toBe('س: سلام\nج: یک\n\nدو');
    expect(refusedText(preview(refused(1, [], 'only an answer')))).toBe('Q: \nA: only an answer');
  });
});

describe('sizes', () => {
  it('are measured in bytes once it matters', () => expect(sizeOf('س'.repeat(1_000_000))).toBe(2_000_000));
});

describe('examples', () => {
  it('are added one a line and never twice', () => expect(addExamples(['a'], ' b \n\na\nc')).toEqual(['a', 'b', 'c']));
  it('leave without empty ones, with what was typed last', () => {
    expect(completed({ title: ' t ', answer: ' x ', examples: ['a', ' ', 'a'] }, 'b')).toEqual({ title: 't', answer: 'x', examples: ['a', 'b'] });
  });
});

describe('searching', () => {
  it('takes letters that look alike for the same', () => {
    expect(fold('كتاب‌هاي ١٢')).toBe(fold('کتاب های ۱۲'));
  });
  it('wants every word, wherever it stands', () => {
    expect(searchIntents([hours], 'OPEN 10')).toHaveLength(1);
    expect(searchIntents([hours], 'open tomorrow')).toHaveLength(0);
    expect(searchIntents([hours], '  ')).toHaveLength(1);
  });
});
