import { Button } from '@mantine/core';
import type { Profile } from '../api/types';
import { acceptance, headline, reviewOf } from '../review';
import { useAmend } from './ColumnEditor';
import { ProblemNotice } from './Notices';

/** Names that the notice lists; the rest is told as a number. */
const NAMES = 6;

function Names({ names }: { names: string[] }) {
  const shown = names.slice(0, NAMES);
  return (
    <p className="quiet">
      {shown.map((name, i) => (
        <span key={i}>
          {i > 0 ? ', ' : ''}
          <bdi>{name}</bdi>
        </span>
      ))}
      {names.length > shown.length ? ` and ${names.length - shown.length} more` : ''}
    </p>
  );
}

/** How many columns look personal, and the two ways on: look at them, or accept what was found. */
export function PersonalNotice({
  id,
  profile,
  onReview,
}: {
  id: string;
  profile: Profile | null | undefined;
  onReview: () => void;
}) {
  const amend = useAmend(id, () => {});
  if (!profile) {
    return (
      <div className="notice personal">
        <div className="notice-body">
          <p className="notice-title" role="status">
            Looking for personal columns…
          </p>
          <p className="quiet">&nbsp;</p>
          <div className="notice-buttons">&nbsp;</div>
        </div>
      </div>
    );
  }
  const review = reviewOf(profile.columns);
  const tone = review.atRisk.length > 0 ? 'bad' : review.open.length > 0 ? 'warn' : 'good';
  const accept = () =>
    amend.mutate({ patch: acceptance(review.open), version: profile.profile_version });
  return (
    <div className="notice personal" data-tone={tone} data-testid="personal">
      <div className="notice-body">
        <p className="notice-title">{headline(review)}</p>
        {review.personal.length > 0 ? (
          <Names names={review.personal.map((column) => column.name)} />
        ) : (
          <p className="quiet">Nobody but you knows the data: have a look all the same.</p>
        )}
        <div className="notice-buttons">
          <Button size="xs" variant="default" onClick={onReview}>
            Review
          </Button>
          {review.open.length > 0 && (
            <Button size="xs" variant="subtle" loading={amend.isPending} onClick={accept}>
              Accept what was found
            </Button>
          )}
          {review.personal.length > 0 && review.open.length === 0 && (
            <span className="small quiet">You have accepted all of them.</span>
          )}
        </div>
        {amend.isError && <ProblemNotice error={amend.error} />}
      </div>
    </div>
  );
}
