import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserShelf } from '../../src/protocol/shelf';

/** The part of a browser's Storage that is used, with little room. */
class SmallStorage {
  [key: string]: unknown;

  getItem(key: string): unknown {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key: string, value: string): void {
    if (value.length > 20) throw new DOMException('full', 'QuotaExceededError');
    this[key] = value;
  }

  removeItem(key: string): void {
    delete this[key];
  }
}

describe('what the browser keeps', () => {
  const disk = new SmallStorage();
  beforeEach(() => {
    for (const key of Object.keys(disk)) disk.removeItem(key);
    vi.stubGlobal('localStorage', disk);
  });
  afterEach(() => vi.unstubAllGlobals());

  test('stays, apart from what others keep', () => {
    disk.setItem('theirs', 'x');
    browserShelf('dialog:tea:').set('token', 'abc');
    browserShelf('dialog:tents:').set('token', 'def');
    const shelf = browserShelf('dialog:tea:');
    expect(shelf.get('token')).toBe('abc');
    expect(shelf.keys()).toEqual(['token']);
    shelf.remove('token');
    expect(shelf.get('token')).toBeNull();
    expect(Object.keys(disk)).toEqual(['theirs', 'dialog:tents:token']);
  });

  test('is kept in memory where storage is forbidden', () => {
    vi.stubGlobal('localStorage', undefined);
    const shelf = browserShelf('dialog:tea:');
    shelf.set('token', 'abc');
    expect(shelf.get('token')).toBe('abc');
    expect(shelf.keys()).toEqual(['token']);
  });

  test('is kept in memory where it does not fit any more', () => {
    const shelf = browserShelf('dialog:tea:');
    const big = 'x'.repeat(21);
    shelf.set('conversation', 'small');
    shelf.set('conversation', big);
    expect(shelf.get('conversation')).toBe(big);
    expect(shelf.keys()).toEqual(['conversation']);
    shelf.set('conversation', 'small again');
    expect(shelf.get('conversation')).toBe('small again');
    expect(disk.getItem('dialog:tea:conversation')).toBe('small again');
  });
});
