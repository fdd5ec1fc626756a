import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface DemoBot { name: string; greeting: string; intents: { title: string; answer: string; examples: string[] }[] }

const read = (language: string): DemoBot =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../models/demo/shop-${language}.json`), 'utf8')) as DemoBot;

/** What ships as the demo shops, so that the tests expect what was written there. */
export const demo = { en: read('en'), fa: read('fa') };

/** What may mean either of two things to the English shop. */
export const unclear = 'track or change my order';

/** A phrasing the shop was taught, with the answer that belongs to it. */
export function lesson(bot: DemoBot, index = 0): { question: string; answer: string } {
  const intent = bot.intents[index];
  const question = intent?.examples[0];
  if (!intent || !question) throw new Error(`${bot.name} has no intent ${index} with an example`);
  return { question, answer: intent.answer };
}
