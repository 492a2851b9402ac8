import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { Prose } from './Prose';

/** A problem in words: what happened, why, and what to do next. */
export function ProblemNotice({
  error,
  onRetry,
  children,
}: {
  error: unknown;
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
}) {
  const problem = asProblem(error);
  return (
    <div className="notice" data-tone="bad" role="alert" data-code={problem.code}>
      <div className="notice-body">
        <p className="notice-title">{problem.title}</p>
        {problem.detail && problem.detail !== problem.title && <p><Prose text={problem.detail} /></p>}
        {problem.action && (
          <p data-testid="problem-action">
            <strong>What to do: </strong>
            <Prose text={problem.action} />
          </p>
        )}
        {(onRetry || children) && (
          <div className="notice-buttons">
            {onRetry && (
              <Button size="xs" variant="default" onClick={onRetry}>
                Try again
              </Button>
            )}
            {children}
          </div>
        )}
      </div>
    </div>
  );
}

/** Where a list or a page has nothing to show yet. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children && <p>{children}</p>}
    </div>
  );
}
