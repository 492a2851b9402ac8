import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../api/client';
import type { Dataset } from '../api/types';
import { save } from '../save';
import { applySettings } from '../settings';
import { ProblemNotice } from './Notices';

/** What a person may hand in as a file of settings; more is no such file. */
const MAX_BYTES = 1_000_000;

/**
 * What was told about a table, as a file that the command line takes too.
 *
 * @param ready whether the columns are known, so that something can be said about them
 */
export function SettingsFile({ dataset, ready }: { dataset: Dataset; ready: boolean }) {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const id = dataset.dataset_id;
  const download = useMutation({
    mutationFn: () => api.configuration(id),
    onSuccess: (configuration) =>
      save(
        new Blob([`${JSON.stringify(configuration, null, 2)}\n`], { type: 'application/json' }),
        `${dataset.name.replace(/\.[^.]*$/, '')}.likeness.json`,
      ),
  });
  const upload = useMutation({
    mutationFn: async (file: File) =>
      applySettings(id, await file.slice(0, MAX_BYTES).text()),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['dataset', id] });
      for (const key of ['preview', 'profile', 'relations', 'associations']) {
        void queries.resetQueries({ queryKey: [key, id] });
      }
    },
  });
  const problem = download.error ?? upload.error;
  return (
    <div className="settings" data-testid="settings">
      <p className="small quiet">
        Everything told here, as one file; <code>./likeness mask --config</code> takes it too.
      </p>
      <div className="editor-buttons">
        <Button
          size="xs"
          variant="default"
          loading={download.isPending}
          disabled={!ready}
          onClick={() => download.mutate()}
        >
          Download the settings
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={upload.isPending}
          disabled={!ready}
          onClick={() => input.current?.click()}
        >
          Use a settings file
        </Button>
        {upload.isSuccess && (
          <span className="small quiet" role="status">
            The settings of the file are in use.
          </span>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Settings file"
        accept=".json,application/json"
        data-testid="settings-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) {
            upload.mutate(file);
          }
        }}
      />
      {problem && <ProblemNotice error={problem} />}
    </div>
  );
}
