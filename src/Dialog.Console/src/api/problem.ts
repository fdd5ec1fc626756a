import type { ProblemBody } from './types';

/** An expected failure, with the server's own words for it in the language of the console. */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.title || body.type);
    this.name = 'Problem';
  }

  get type(): string {
    return this.body.type;
  }

  get retryAfter(): number | null {
    return this.body.retryAfter ?? null;
  }
}

/** Failures the server could not put into words; their words are in the language files. */
export const localProblems = ['console:offline', 'console:broken', 'console:file-lost'] as const;
export type LocalProblem = (typeof localProblems)[number];

export const localProblem = (type: LocalProblem, status?: number) => new Problem({ type, title: '', status });

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : localProblem('console:broken');
}
