import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, eventsUrl } from './api/client';
import type { Job } from './api/types';
import { access } from './api/access';
import { isFinal, noStream, watchJob } from './api/watch';

/** A job that stays up to date until it is final. `trouble` is set while nothing answers. */
export function useJob(id: string) {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['job', id], queryFn: () => api.job(id) });
  const [trouble, setTrouble] = useState<unknown>(null);
  const running = query.data !== undefined && !isFinal(query.data);
  const attempt = query.data?.attempt;

  useEffect(() => {
    if (!running) {
      return;
    }
    return watchJob({
      // A stream of events cannot carry a key: with one the job is asked for again and again.
      open: () => (access.now().key === null ? new EventSource(eventsUrl(id)) : noStream()),
      fetchJob: () => api.job(id),
      onJob: (job: Job) => {
        setTrouble(null);
        queries.setQueryData(['job', id], job);
        if (isFinal(job)) {
          void queries.invalidateQueries({ queryKey: ['jobs'] });
        }
      },
      onTrouble: setTrouble,
      later: (task, milliseconds) => {
        const timer = setTimeout(task, milliseconds);
        return () => clearTimeout(timer);
      },
    });
  }, [id, running, attempt, queries]);

  return { query, trouble: running ? trouble : null };
}

/** The time now, told anew every second while `ticking`. */
export function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) {
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
