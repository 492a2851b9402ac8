import type { ReportWarning } from '../api/types';
import { Names } from './Names';
import { Prose } from './Prose';

const TITLES: Record<string, string> = {
  'caesar-legacy': 'Clear text: these columns are only shifted',
  'caesar-legacy-not-used': 'Clear text: these columns were learned as they stand',
  'direct-identifier-in-clear': 'Clear text: these columns name people',
};

/** What stands over a report in red: columns that anybody can read. */
export function Warnings({ warnings }: { warnings: ReportWarning[] | undefined }) {
  return (warnings ?? []).map((warning) => (
    <div
      key={warning.code}
      className="notice alarm"
      data-tone="bad"
      data-code={warning.code}
      data-testid="clear-text"
      role="alert"
    >
      <div className="notice-body">
        <p className="notice-title">{TITLES[warning.code] ?? 'Look at these columns'}</p>
        <p>
          <Names names={warning.columns} strong />
        </p>
        <p>
          <Prose text={warning.message} />
        </p>
      </div>
    </div>
  ));
}
