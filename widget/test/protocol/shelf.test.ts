// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserShelf } from '../../src/protocol/shelf';

describe('what the browser keeps', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.restoreAllMocks());

  test('stays, apart from what others keep', () => {
    localStorage.setItem('theirs', 'x');
    browserShelf('dialog:tea:').set('token', 'abc');
    browserShelf('dialog:tents:').set('token', 'def');
    const shelf = browserShelf('dialog:tea:');
    expect(shelf.get('token')).toBe('abc');
    expect(shelf.keys()).toEqual(['token']);
    shelf.remove('token');
    expect(shelf.get('token')).toBeNull();
    expect(localStorage.length).toBe(2);
  });

  test('is kept in memory where storage is forbidden', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const shelf = browserShelf('dialog:tea:');
    shelf.set('token', 'abc');
    expect(shelf.get('token')).toBe('abc');
    expect(shelf.keys()).toEqual(['token']);
  });

  test('is kept in memory where it does not fit any more', () => {
    const shelf = browserShelf('dialog:tea:');
    shelf.set('conversation', 'small');
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    shelf.set('conversation', 'big');
    expect(full).toHaveBeenCalled();
    expect(shelf.get('conversation')).toBe('big');
    expect(shelf.keys()).toEqual(['conversation']);
    full.mockRestore();
    shelf.set('conversation', 'small again');
    expect(localStorage.getItem('dialog:tea:conversation')).toBe('small again');
    expect(shelf.get('conversation')).toBe('small again');
  });
});
