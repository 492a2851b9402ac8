import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Erasure } from '../api/types';
import { bytes, counted, moment, words } from '../format';
import { save } from '../save';

function download(receipt: Erasure): void {
  const text = `${JSON.stringify(receipt, null, 2)}\n`;
  save(new Blob([text], { type: 'application/json' }), `erasure-${receipt.erasure_id}.json`);
}

/** What was destroyed, who did it, and what a project's key leaves readable. */
export function Receipt({ receipt }: { receipt: Erasure }) {
  const surviving = receipt.surviving_project_keys;
  const terms: [string, ReactNode][] = [
    ['Receipt', receipt.erasure_id],
    ['Table', receipt.dataset_id],
    ['Asked for by', `${receipt.requested_by}, ${moment(receipt.requested_at)}`],
    ['Finished', receipt.completed_at ? moment(receipt.completed_at) : 'not yet'],
    ['Key destroyed', receipt.key_id ?? 'there was none'],
    ...receipt.services.map((service): [string, ReactNode] => [
      words(service.service),
      `let go of ${counted(service.objects, 'object')} and ${counted(service.rows, 'entry', 'entries')}`,
    ]),
  ];
  return (
    <div className="sheet pad" data-testid="receipt">
      <dl className="terms">
        {terms.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {receipt.erased.length > 0 && (
        <ul className="bulleted receipt-list">
          {receipt.erased.map((each) => (
            <li key={each.sha256 + each.what}>
              {words(each.what)}, {bytes(each.bytes)}{' '}
              <span className="small quiet">SHA-256 {each.sha256}</span>
            </li>
          ))}
        </ul>
      )}
      {surviving.length > 0 && (
        <p className="receipt-list">
          <strong>What stays: </strong>
          copies masked under {surviving.length === 1 ? 'the project' : 'the projects'}{' '}
          {surviving.join(', ')} can still be undone, for its key outlives this table.
        </p>
      )}
      <div className="notice-buttons">
        <Button size="xs" variant="default" onClick={() => download(receipt)}>
          Download the receipt
        </Button>
      </div>
    </div>
  );
}
