import { describe, expect, test } from 'vitest';
import { findLinks } from '../../src/panel/links';

const hrefs = (text: string) => findLinks(text).flatMap(({ href }) => href ?? []);

describe('links in a text', () => {
  test('give back the whole text, piece by piece', () => {
    const text = 'ببینید: https://shop.example/returns، یا www.shop.example (یا help@shop.example).';
    expect(findLinks(text).map((piece) => piece.text).join('')).toBe(text);
  });

  test('are web and mail addresses, without the punctuation of the sentence', () => {
    expect(hrefs('ببینید: https://shop.example/returns، یا www.shop.example (یا help@shop.example).')).toEqual([
      'https://shop.example/returns',
      'https://www.shop.example/',
      'mailto:help@shop.example',
    ]);
  });

  test('keep a bracket that was opened inside', () => {
    expect(hrefs('(https://en.example/wiki/Tea_(drink))')).toEqual(['https://en.example/wiki/Tea_(drink)']);
  });

  test.each(['javascript:alert(1)', 'data:text/html,<script>1</script>', 'file:///etc/passwd', 'http://', '<b>x</b>'])(
    'are never made of %s',
    (text) => expect(hrefs(text)).toEqual([]),
  );
});
