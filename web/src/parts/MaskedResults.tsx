import { Button } from '@mantine/core';
import type { Job } from '../api/types';
import { hrefOf } from '../router';

/** What a masked copy is, and who may undo it. */
export function MaskedResults({ job }: { job: Job }) {
  return (
    <div className="notice" style={{ marginTop: '1.75rem' }} data-testid="masked">
      <div className="notice-body">
        <p className="notice-title">Row by row the same table, with its personal columns replaced</p>
        <p>
          Row 1 of the copy is row 1 of your file. Columns that were not replaced are real, so treat
          the copy with care: whoever knows enough about a person may still find the row.
        </p>
        <p>A privacy officer can undo what was made to be undone, column by column.</p>
        <div className="notice-buttons">
          <Button
            component="a"
            href={hrefOf({ page: 'reveal', job: job.job_id })}
            size="xs"
            variant="default"
          >
            Go to the reveal desk
          </Button>
        </div>
      </div>
    </div>
  );
}
