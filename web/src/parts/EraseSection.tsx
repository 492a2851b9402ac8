import { Button, Checkbox, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { Dataset } from '../api/types';
import { goTo } from '../router';
import { ProblemNotice } from './Notices';

function Confirm({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const [sure, setSure] = useState(false);
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: () => api.erase(dataset.dataset_id),
    onSuccess: (receipt) => {
      queries.clear();
      queries.setQueryData(['erasure', receipt.erasure_id], receipt);
      goTo({ page: 'erasure', id: receipt.erasure_id });
    },
  });
  return (
    <>
      <p>
        The key of this table is destroyed, and with it the file, what is known of its columns, and
        every copy and score made of it. This server cannot bring any of it back.
      </p>
      <Checkbox
        my="md"
        label="I understand that this cannot be undone"
        checked={sure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
      <div className="editor-buttons">
        <Button color="rust" disabled={!sure} loading={erase.isPending} onClick={() => erase.mutate()}>
          Erase for good
        </Button>
        <Button variant="default" onClick={onClose}>
          Keep it
        </Button>
      </div>
      {erase.isError && <ProblemNotice error={erase.error} />}
    </>
  );
}

/** The way to let a table and all that came of it go. */
export function EraseSection({ dataset }: { dataset: Dataset }) {
  const [asking, setAsking] = useState(false);
  return (
    <section className="section">
      <div className="section-head">
        <h2>Erase this table</h2>
        <p>With every copy and score made of it. You get a receipt.</p>
      </div>
      <Button variant="default" onClick={() => setAsking(true)}>
        Erase…
      </Button>
      <Modal.Root opened={asking} onClose={() => setAsking(false)} centered>
        <Modal.Overlay />
        <Modal.Content>
          <Modal.Header role="none">
            <Modal.Title className="editor-title">Erase {dataset.name}?</Modal.Title>
            <Modal.CloseButton aria-label="Close" />
          </Modal.Header>
          <Modal.Body>
            <Confirm dataset={dataset} onClose={() => setAsking(false)} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </section>
  );
}
