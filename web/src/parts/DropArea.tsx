import { Button, Progress } from '@mantine/core';
import { useRef, useState, type DragEvent } from 'react';

const ORIGINAL = [8, 15, 24, 41, 62, 80, 88, 79, 66, 58, 61, 64, 52, 35, 22, 14, 9, 5];
const SYNTHETIC = [6, 17, 27, 38, 65, 77, 91, 81, 62, 60, 57, 66, 55, 33, 24, 12, 10, 4];
const STEP = 600 / ORIGINAL.length;

function outline(heights: number[]): string {
  const steps = heights.map((height, i) => `V${100 - height}H${(i + 1) * STEP}`).join('');
  return `M0 100${steps}V100Z`;
}

/** A distribution and its likeness, printed over one another. */
function Plates() {
  return (
    <svg
      className="drop-plates"
      viewBox="0 -8 600 108"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path className="plate-original" d={outline(ORIGINAL)} />
      <path className="plate-synthetic" d={outline(SYNTHETIC)} />
    </svg>
  );
}

export function DropArea({
  sending,
  onFile,
  onStop,
}: {
  sending: { name: string; share: number } | null;
  onFile: (file: File) => void;
  onStop: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && sending === null) {
      onFile(file);
    }
  };
  return (
    <section
      className="drop"
      aria-label="Upload"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) {
          setOver(false);
        }
      }}
      onDrop={drop}
    >
      <Plates />
      <div className="drop-body">
        <h2 className="cut" dir="auto">
          {sending === null ? 'Drop a table here' : `Sending ${sending.name}`}
        </h2>
        <p className="promise">
          <svg viewBox="0 0 20 20" aria-hidden="true" fill="currentColor">
            <path d="M6 8V6a4 4 0 1 1 8 0v2h1.5c.3 0 .5.2.5.5v8c0 .3-.2.5-.5.5h-11a.5.5 0 0 1-.5-.5v-8c0-.3.2-.5.5-.5H6Zm1.8 0h4.4V6a2.2 2.2 0 1 0-4.4 0v2Z" />
          </svg>
          Your file stays on this server.
        </p>
        <div className="drop-row">
          {sending === null ? (
            <>
              <Button size="md" onClick={() => input.current?.click()}>
                Choose a file
              </Button>
              <span className="small quiet">
                CSV and its relatives, Excel, Parquet or JSON lines; gzip or zip around it too.
              </span>
            </>
          ) : (
            <>
              <Progress
                value={sending.share * 100}
                animated={sending.share >= 1}
                size="md"
                radius="xs"
                style={{ flex: 1 }}
                aria-label="Upload"
              />
              <span className="small quiet" role="status">
                {sending.share < 1 ? `${Math.floor(sending.share * 100)}% sent` : 'Reading it…'}
              </span>
              <Button variant="default" size="xs" onClick={onStop}>
                Stop
              </Button>
            </>
          )}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="File with a table"
          accept=".csv,.tsv,.txt,.tab,.dat,.xlsx,.parquet,.jsonl,.ndjson,.json,.gz,.zip"
          data-testid="file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file !== undefined) {
              onFile(file);
            }
          }}
        />
      </div>
    </section>
  );
}
