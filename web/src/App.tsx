import { useEffect, useRef } from 'react';
import { Frame } from './parts/Frame';
import { KeyNeeded, useAccess } from './parts/KeyForm';
import { Nothing } from './parts/Notices';
import { AccessPage } from './pages/AccessPage';
import { DatasetPage } from './pages/DatasetPage';
import { ErasurePage } from './pages/ErasurePage';
import { HomePage } from './pages/HomePage';
import { JobPage } from './pages/JobPage';
import { JobsPage } from './pages/JobsPage';
import { RevealPage } from './pages/RevealPage';
import { Link, routeOf, useHash, type Route } from './router';

function PageOf({ route }: { route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'dataset':
      return <DatasetPage key={route.id} id={route.id} />;
    case 'jobs':
      return <JobsPage />;
    case 'job':
      return <JobPage key={route.id} id={route.id} />;
    case 'reveal':
      return <RevealPage key={route.job} job={route.job} />;
    case 'erasure':
      return <ErasurePage key={route.id} id={route.id} />;
    case 'access':
      return <AccessPage />;
    case 'unknown':
      return (
        <Nothing title="There is no such page">
          <Link to={{ page: 'home' }}>Go to the start</Link>
        </Nothing>
      );
  }
}

export function App() {
  const hash = useHash();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    // Lets a screen reader start at the new page, and Tab go on from there.
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [hash]);
  const route = routeOf(hash);
  const { refused } = useAccess();
  return (
    <Frame route={route}>
      {refused ? <KeyNeeded /> : <PageOf route={route} />}
    </Frame>
  );
}
