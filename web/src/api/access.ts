/**
 * The API key of this browser tab. It is kept in the session's storage only, so it is gone when
 * the tab is closed, and it never stands in an address.
 */
const PLACE = 'likeness-api-key';

export interface Access {
  /** The key that requests carry, if one was given. */
  readonly key: string | null;
  /** Whether the server refused the last request for want of a (right) key. */
  readonly refused: boolean;
}

function stored(): string | null {
  try {
    return globalThis.sessionStorage?.getItem(PLACE) ?? null;
  } catch {
    // Storage may be switched off: the key then lasts until the page is reloaded.
    return null;
  }
}

let now: Access = { key: stored(), refused: false };
const listeners = new Set<() => void>();

function become(next: Access): void {
  if (next.key === now.key && next.refused === now.refused) {
    return;
  }
  now = next;
  listeners.forEach((listener) => listener());
}

function store(key: string | null): void {
  try {
    if (key === null) {
      globalThis.sessionStorage?.removeItem(PLACE);
    } else {
      globalThis.sessionStorage?.setItem(PLACE, key);
    }
  } catch {
    // As above.
  }
}

export const access = {
  now: (): Access => now,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Uses this key from now on. */
  use(key: string): void {
    store(key);
    become({ key, refused: false });
  },
  /** Forgets the key. */
  forget(): void {
    store(null);
    become({ key: null, refused: false });
  },
  /** Takes note of an answer's status. */
  answered(status: number): void {
    if (status === 401) {
      become({ ...now, refused: true });
    }
  },
};

/** The headers that carry the key, and keep the browser from asking for one in a window. */
export function keyHeaders(): Record<string, string> {
  const page = { 'X-Requested-With': 'XMLHttpRequest' };
  return now.key === null ? page : { ...page, Authorization: `Bearer ${now.key}` };
}
