import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { access, type Access } from '../api/access';
import { useTitle } from './useTitle';

export function useAccess(): Access {
  return useSyncExternalStore(access.subscribe, access.now);
}

/** Takes a key; everything is asked for again with it. */
export function KeyForm() {
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const use = (event: FormEvent) => {
    event.preventDefault();
    const key = typed.trim();
    if (key !== '') {
      access.use(key);
      setTyped('');
      void queries.resetQueries();
    }
  };
  return (
    <form className="key-form" onSubmit={use}>
      <PasswordInput
        label="API key"
        description="Kept in this tab until it is closed, and nowhere else"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={typed.trim() === ''}>
        Use this key
      </Button>
    </form>
  );
}

/** Stands in place of a page while the server answers only requests with a key. */
export function KeyNeeded() {
  const { key } = useAccess();
  useTitle('A key is needed');
  return (
    <>
      <h1>A key is needed</h1>
      <p className="lead-text">
        {key === null
          ? 'This server answers only requests that carry an API key. Whoever runs it can give you one.'
          : 'The server does not take the key of this tab: it is wrong, was taken back, or has expired.'}
      </p>
      <div className="sheet pad" role="alert" data-code="unauthorized">
        <KeyForm />
      </div>
    </>
  );
}
