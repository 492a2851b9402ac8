import { Button, CheckboxGroup, Checkbox, CopyButton, NumberInput, Skeleton, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../api/client';
import type { ApiKey } from '../api/types';
import { moment } from '../format';
import { ROLES_OF_PEOPLE } from '../roles';
import { ProblemNotice } from './Notices';

const USUAL_DAYS = 90;

function useChange<T, R>(change: (what: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
}

/** The token of a new key, told once. */
function NewToken({ issued }: { issued: ApiKey }) {
  return (
    <div className="notice" data-tone="good" role="status">
      <div className="notice-body">
        <p className="notice-title">The key for {issued.name}: it is shown this once</p>
        <p>
          <code>{issued.token}</code>
        </p>
        <div className="notice-buttons">
          <CopyButton value={issued.token ?? ''}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy the key'}
              </Button>
            )}
          </CopyButton>
        </div>
      </div>
    </div>
  );
}

function IssueForm() {
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<string[]>([]);
  const [days, setDays] = useState<number | string>(USUAL_DAYS);
  const issue = useChange(api.issueKey);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate({ name: name.trim(), roles, expires_in_days: Number(days) });
  };
  return (
    <form className="sheet pad" onSubmit={submit} noValidate>
      <div className="fields">
        <TextInput
          label="What it is for"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NumberInput
          label="Days until it ends"
          value={days}
          min={1}
          allowDecimal={false}
          hideControls
          onChange={setDays}
        />
        <CheckboxGroup className="wide" label="Its holder" value={roles} onChange={setRoles}>
          <div className="ticks">
            {Object.entries(ROLES_OF_PEOPLE).map(([role, words]) => (
              <Checkbox key={role} value={role} label={words} />
            ))}
          </div>
        </CheckboxGroup>
      </div>
      <div className="notice-buttons">
        <Button
          type="submit"
          loading={issue.isPending}
          disabled={name.trim() === '' || roles.length === 0 || Number(days) < 1}
        >
          Issue a key
        </Button>
      </div>
      {issue.isError && <ProblemNotice error={issue.error} />}
      {issue.data && <NewToken issued={issue.data} />}
    </form>
  );
}

/** Keys that work, and the form for another; for administrators. */
export function ApiKeys() {
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: api.apiKeys });
  const revoke = useChange(api.revokeKey);
  if (keys.isPending) {
    return <Skeleton height="8rem" />;
  }
  if (keys.isError) {
    return <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} />;
  }
  return (
    <>
      {keys.data.items.length > 0 && (
        <ul className="sheet plain-list" data-testid="api-keys" style={{ marginBottom: '0.75rem' }}>
          {keys.data.items.map((each) => (
            <li key={each.id} className="split">
              <span>
                <strong dir="auto">{each.name}</strong>{' '}
                <span className="quiet">
                  {each.roles.join(', ')}; until {moment(each.expires_at)}
                </span>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Take back the key for ${each.name}`}
                loading={revoke.isPending && revoke.variables === each.id}
                onClick={() => revoke.mutate(each.id)}
              >
                Take it back
              </Button>
            </li>
          ))}
        </ul>
      )}
      {revoke.isError && <ProblemNotice error={revoke.error} />}
      <IssueForm />
    </>
  );
}
