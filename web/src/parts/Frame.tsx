import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, type Route } from '../router';

/** Two plates printed over one another: the original behind, the likeness before it. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <g fill="var(--original)">
        <rect x="3" y="17" width="8" height="11" />
        <rect x="11" y="6" width="8" height="22" />
        <rect x="19" y="13" width="8" height="15" />
      </g>
      <g fill="var(--synthetic)" fillOpacity="0.82">
        <rect x="6" y="14" width="8" height="14" />
        <rect x="14" y="4" width="8" height="24" />
        <rect x="22" y="16" width="7" height="12" />
      </g>
    </svg>
  );
}

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = dark ? 'Switch to light colours' : 'Switch to dark colours';
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="currentColor">
        {dark ? (
          <path d="M10 6a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM9.2 1h1.6v3H9.2V1Zm0 15h1.6v3H9.2v-3ZM1 9.2h3v1.6H1V9.2Zm15 0h3v1.6h-3V9.2ZM3 4.2 4.2 3l2.1 2.1-1.2 1.2L3 4.2Zm10.7 10.7 1.2-1.2 2.1 2.1-1.2 1.2-2.1-2.1ZM15.8 3 17 4.2l-2.1 2.1-1.2-1.2L15.8 3ZM5.1 13.7l1.2 1.2L4.2 17 3 15.8l2.1-2.1Z" />
        ) : (
          <path d="M8.2 2.3a8 8 0 1 0 9.5 9.5A6.6 6.6 0 0 1 8.2 2.3Z" />
        )}
      </svg>
    </ActionIcon>
  );
}

export function Frame({ route, children }: { route: Route; children: ReactNode }) {
  const inData = route.page === 'home' || route.page === 'dataset';
  const inJobs = route.page === 'job' || route.page === 'jobs';
  const inReveal = route.page === 'reveal';
  return (
    <>
      <button
        type="button"
        className="skip"
        onClick={() => document.getElementById('main')?.focus()}
      >
        Skip to the content
      </button>
      <header className="top">
        <div className="wrap">
          <Link to={{ page: 'home' }} className="brand">
            <Mark />
            Likeness
          </Link>
          <nav aria-label="Main">
            <Link to={{ page: 'home' }} aria-current={inData ? 'page' : undefined}>
              Data
            </Link>
            <Link to={{ page: 'jobs' }} aria-current={inJobs ? 'page' : undefined}>
              Jobs
            </Link>
            <Link to={{ page: 'reveal' }} aria-current={inReveal ? 'page' : undefined}>
              Reveal
            </Link>
          </nav>
          <SchemeButton />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <footer className="foot">
        <div className="wrap">
          <span>Everything runs on this server. Nothing is sent elsewhere.</span>
          <Link to={{ page: 'access' }}>Keys and access</Link>
          <a href="/swagger">HTTP API</a>
          <a href="/licences.txt">Licences</a>
        </div>
      </footer>
    </>
  );
}
