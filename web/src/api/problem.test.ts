import { describe, expect, it } from 'vitest';
import { asProblem, Problem, problemOf } from './problem';

describe('problemOf', () => {
  it('takes words, code, action and pointer from the answer', () => {
    const problem = problemOf(
      422,
      JSON.stringify({
        title: 'Too many rows',
        detail: 'rows = 7, expected 1 to 5.',
        code: 'rows-out-of-range',
        action: 'Ask for fewer.',
        pointer: '/rows',
      }),
    );
    expect(problem).toMatchObject({
      status: 422,
      code: 'rows-out-of-range',
      title: 'Too many rows',
      detail: 'rows = 7, expected 1 to 5.',
      action: 'Ask for fewer.',
      pointer: '/rows',
    });
  });

  it('never shows a body that is not a problem', () => {
    const problem = problemOf(500, '<html>java.lang.NullPointerException</html>');
    expect(`${problem.title}${problem.detail}${problem.action}`).not.toContain('NullPointer');
    expect(problem.action).not.toBe('');
  });

  it('ignores members of the wrong type', () => {
    expect(problemOf(400, '{"title":{"a":1},"detail":7,"code":null}')).toMatchObject({
      title: 'The request was refused',
      code: 'status-400',
    });
  });

  it('says what to do when no answer came', () => {
    const problem = problemOf(0, '');
    expect(problem.code).toBe('unreachable');
    expect(problem.action).toContain('running');
  });

  it('does not put a general action under words of the server', () => {
    expect(problemOf(413, '{"title":"Too large","detail":"7 MB"}').action).toBe('');
  });

  it('knows what may pass by itself', () => {
    expect(problemOf(503, '').passing).toBe(true);
    expect(problemOf(429, '').passing).toBe(true);
    expect(problemOf(404, '').passing).toBe(false);
  });
});

describe('asProblem', () => {
  it('keeps a problem', () => {
    const problem = problemOf(404, '');
    expect(asProblem(problem)).toBe(problem);
  });
  it('takes a failed fetch for an unreachable server', () =>
    expect(asProblem(new TypeError('Failed to fetch')).code).toBe('unreachable'));
  it('hides the words of any other error', () => {
    const problem = asProblem(new Error('x is undefined'));
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.detail).toBe('');
  });
});
