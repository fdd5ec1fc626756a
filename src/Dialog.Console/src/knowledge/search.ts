import type { Intent } from '../api/types';

const sameLetter: Record<string, string> = { 'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ۀ': 'ه', 'ة': 'ه', 'أ': 'ا', 'إ': 'ا', 'ٱ': 'ا', '\u200c': ' ' };

/** Letters that look alike count as alike: Arabic and Persian ye and kaf, half-spaces, digits, marks, case. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replace(/[يىكۀةأإٱ\u200c]/g, (letter) => sameLetter[letter] ?? letter)
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Intents in which every word of the query occurs somewhere. */
export function searchIntents(intents: readonly Intent[], query: string): readonly Intent[] {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return intents;
  return intents.filter(({ title, answer, examples }) => {
    const text = fold([title, answer, ...examples].join('\n'));
    return words.every((word) => text.includes(word));
  });
}
