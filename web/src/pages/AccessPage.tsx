import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { access } from '../api/access';
import { api } from '../api/client';
import type { Me } from '../api/types';
import { ApiKeys } from '../parts/ApiKeys';
import { KeyForm, useAccess } from '../parts/KeyForm';
import { ProblemNotice } from '../parts/Notices';
import { useTitle } from '../parts/useTitle';
import { ROLES_OF_PEOPLE } from '../roles';

function Roles({ me }: { me: Me }) {
  return (
    <ul className="bulleted" data-testid="roles">
      {me.roles.map((role) => (
        <li key={role}>{ROLES_OF_PEOPLE[role] ?? role}</li>
      ))}
    </ul>
  );
}

/** Who this tab is to the server, the key that says so, and the keys of others. */
export function AccessPage() {
  useTitle('Keys and access');
  const { key } = useAccess();
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ['me'], queryFn: api.me });
  const forget = () => {
    access.forget();
    void queries.resetQueries();
  };
  return (
    <>
      <h1>Keys and access</h1>
      <section className="section">
        <div className="section-head">
          <h2>You</h2>
          {me.data && (
            <p>
              <bdi>{me.data.name}</bdi>
              {key === null ? ', without a key in this tab' : ', by the key of this tab'}
            </p>
          )}
        </div>
        {me.isError && <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />}
        {me.data && <Roles me={me.data} />}
        <div className="sheet pad" style={{ marginTop: '1rem' }}>
          <KeyForm />
          {key !== null && (
            <Button mt="md" variant="default" size="xs" onClick={forget}>
              Forget the key of this tab
            </Button>
          )}
        </div>
      </section>
      {me.data?.roles.includes('admin') && (
        <section className="section">
          <div className="section-head">
            <h2>API keys</h2>
            <p>For people and programs that ask this server.</p>
          </div>
          <ApiKeys />
        </section>
      )}
    </>
  );
}
