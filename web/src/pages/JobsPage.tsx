import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { isFinal } from '../api/watch';
import { JobList } from '../parts/JobList';
import { Nothing, ProblemNotice } from '../parts/Notices';
import { useTitle } from '../parts/useTitle';
import { Link } from '../router';

const PAGE = 30;

export function JobsPage() {
  useTitle('Jobs');
  const pages = useInfiniteQuery({
    queryKey: ['jobs', 'all'],
    queryFn: ({ pageParam }) => api.jobs(PAGE, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((job) => !isFinal(job)))
        ? 2000
        : false,
  });
  const datasets = useQuery({ queryKey: ['datasets', 'names'], queryFn: () => api.datasets(100) });
  const names = new Map(datasets.data?.items.map((each) => [each.dataset_id, each.name]));
  const jobs = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h1>Jobs</h1>
      <div style={{ marginTop: '1.5rem' }}>
        {pages.isPending || datasets.isPending ? (
          <Skeleton height="12rem" />
        ) : pages.isError ? (
          <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />
        ) : jobs.length === 0 ? (
          <Nothing title="Nothing made yet">
            <Link to={{ page: 'home' }}>Start with a file or a sample</Link>
          </Nothing>
        ) : (
          <JobList jobs={jobs} nameOf={(dataset) => names.get(dataset)} />
        )}
      </div>
      {pages.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show older jobs
        </Button>
      )}
    </>
  );
}
