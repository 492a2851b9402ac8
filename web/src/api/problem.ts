/** What went wrong, in words for people: RFC 9457 with the API's `code` and `action`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly action: string,
    readonly pointer: string | null = null,
  ) {
    super(detail || title);
    this.name = 'Problem';
  }

  /** Whether asking again later may help without any change. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function fallback(status: number): [title: string, detail: string, action: string] {
  switch (status) {
    case 0:
      return [
        'The server cannot be reached',
        'No answer came back.',
        'Check that Likeness is still running, then try again.',
      ];
    case 401:
      return [
        'A key is needed',
        'This server answers only requests that carry its API key.',
        'Give the key under “Keys and access”.',
      ];
    case 403:
      return [
        'Your key may not do this',
        'It lacks the role that this needs.',
        'Ask whoever runs the server for a key with that role.',
      ];
    case 413:
      return [
        'The file is too large',
        'The server does not take a file of this size.',
        'Upload a smaller file, or raise the limit in the configuration.',
      ];
    case 502:
    case 503:
    case 504:
      return [
        'The server is not ready',
        'A part of it is starting or overloaded.',
        'Wait a few seconds, then try again.',
      ];
    default:
      return status >= 500
        ? [
            'The server made a mistake',
            `It answered with status ${status}.`,
            'Try again. If it stays, look into the log of the server.',
          ]
        : ['The request was refused', `The server answered with status ${status}.`, ''];
  }
}

/**
 * Makes a problem from an answer.
 *
 * @param status the HTTP status, or 0 where no answer came
 * @param body the body as it came; anything but problem JSON is ignored, never shown
 */
export function problemOf(status: number, body: string): Problem {
  const [title, detail, action] = fallback(status);
  let given: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (parsed !== null && typeof parsed === 'object') {
      given = parsed as Record<string, unknown>;
    }
  } catch {
    // Not JSON: the words for the status stand.
  }
  const hasWords = text(given.title) !== '' || text(given.detail) !== '';
  return new Problem(
    status,
    text(given.code) || (status === 0 ? 'unreachable' : `status-${status}`),
    text(given.title) || title,
    hasWords ? text(given.detail) : detail,
    text(given.action) || (hasWords ? '' : action),
    text(given.pointer) || null,
  );
}

/** Any thrown thing as a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  return error instanceof TypeError
    ? problemOf(0, '')
    : new Problem(-1, 'page', 'The page made a mistake', '', 'Reload the page.');
}
