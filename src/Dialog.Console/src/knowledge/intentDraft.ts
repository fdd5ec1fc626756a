import type { Intent, IntentBody } from '../api/types';

const isBody = (value: unknown): value is IntentBody => {
  const body = value as Partial<IntentBody> | null;
  return typeof body?.title === 'string' && typeof body.answer === 'string'
    && Array.isArray(body.examples) && body.examples.every((example) => typeof example === 'string');
};

export const bodyOf = (intent: Intent | null): IntentBody =>
  intent ? { title: intent.title, answer: intent.answer, examples: intent.examples } : { title: '', answer: '', examples: [] };

export function parseDraft(text: string): IntentBody | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isBody(value) ? value : null;
  } catch {
    return null;
  }
}

export const sameBody = (a: IntentBody, b: IntentBody): boolean => JSON.stringify(a) === JSON.stringify(b);

const trimmed = (lines: readonly string[]) => lines.map((line) => line.trim()).filter(Boolean);

/** Pasted lines become one example each; what is there already is not added twice. */
export function addExamples(examples: readonly string[], text: string): string[] {
  return [...new Set([...examples, ...trimmed(text.split('\n'))])];
}

/** What is sent: nothing empty, nothing twice, and what was typed but not yet added. */
export const completed = (body: IntentBody, pending: string): IntentBody => ({
  title: body.title.trim(),
  answer: body.answer.trim(),
  examples: addExamples([...new Set(trimmed(body.examples))], pending),
});
