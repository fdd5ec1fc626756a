/** A small cupboard of strings. Keys are relative to it. */
export interface Shelf {
  /** False: all is gone with the page. */
  readonly lasting: boolean;
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

export function memoryShelf(): Shelf {
  const items = new Map<string, string>();
  return {
    lasting: false,
    get: (key) => items.get(key) ?? null,
    set: (key, value) => void items.set(key, value),
    remove: (key) => void items.delete(key),
    keys: () => [...items.keys()],
  };
}

/**
 * localStorage under a prefix. Where the browser forbids it (blocked third-party storage, private modes) or it is
 * full, what does not fit is kept in memory, so the chat works until the page is left.
 */
export function browserShelf(prefix: string): Shelf {
  const disk = localStorageOrNull();
  const memory = memoryShelf();
  if (!disk) return memory;
  return {
    lasting: true,
    get: (key) => memory.get(key) ?? disk.getItem(prefix + key),
    set(key, value) {
      try {
        disk.setItem(prefix + key, value);
        memory.remove(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove(key) {
      memory.remove(key);
      disk.removeItem(prefix + key);
    },
    keys() {
      const stored = Object.keys(disk).filter((key) => key.startsWith(prefix));
      return [...new Set([...stored.map((key) => key.slice(prefix.length)), ...memory.keys()])];
    },
  };
}

function localStorageOrNull(): Storage | null {
  try {
    const probe = 'dialog:probe';
    localStorage.setItem(probe, probe);
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}
