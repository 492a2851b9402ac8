import { useSyncExternalStore, type AnchorHTMLAttributes } from 'react';

/** The pages. Routes live behind `#`, so that every path of the server stays the API's own. */
export type Route =
  | { page: 'home' }
  | { page: 'dataset'; id: string }
  | { page: 'jobs' }
  | { page: 'job'; id: string }
  /** The reveal desk, with a masked copy chosen already or none. */
  | { page: 'reveal'; job?: string | undefined }
  | { page: 'erasure'; id: string }
  | { page: 'access' }
  | { page: 'unknown' };

/** `#/jobs/4711` → the job's page. */
export function routeOf(hash: string): Route {
  let parts: string[];
  try {
    parts = hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return { page: 'unknown' };
  }
  const [first, second] = parts;
  if (first === undefined) {
    return { page: 'home' };
  }
  if (first === 'datasets' && second !== undefined && parts.length === 2) {
    return { page: 'dataset', id: second };
  }
  if (first === 'jobs' && parts.length <= 2) {
    return second === undefined ? { page: 'jobs' } : { page: 'job', id: second };
  }
  if (first === 'reveal' && parts.length <= 2) {
    return { page: 'reveal', job: second };
  }
  if (first === 'erasures' && second !== undefined && parts.length === 2) {
    return { page: 'erasure', id: second };
  }
  if (first === 'access' && parts.length === 1) {
    return { page: 'access' };
  }
  return { page: 'unknown' };
}

export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'dataset':
      return `#/datasets/${encodeURIComponent(route.id)}`;
    case 'job':
      return `#/jobs/${encodeURIComponent(route.id)}`;
    case 'jobs':
      return '#/jobs';
    case 'reveal':
      return route.job === undefined ? '#/reveal' : `#/reveal/${encodeURIComponent(route.job)}`;
    case 'erasure':
      return `#/erasures/${encodeURIComponent(route.id)}`;
    case 'access':
      return '#/access';
    default:
      return '#/';
  }
}

export function goTo(route: Route): void {
  window.location.hash = hrefOf(route);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

export function Link({
  to,
  ...rest
}: { to: Route } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  return <a href={hrefOf(to)} {...rest} />;
}
