import type { ColumnProfile } from '../api/types';
import { percent } from '../format';
import { ROLES, typeName } from '../review';
import { Prose } from './Prose';

/** Why the column was taken for what it is; shown on demand. */
export function Evidence({ column, open = false }: { column: ColumnProfile; open?: boolean }) {
  const signs = column.signs ?? [];
  return (
    <details className="evidence" open={open}>
      <summary>Why</summary>
      <div>
        <p>
          <strong>{ROLES[column.role]}</strong>
          {column.type && column.type !== 'none' ? `, ${typeName(column.type)}` : ''}
          {typeof column.role_confidence === 'number'
            ? ` (${percent(column.role_confidence)} sure)`
            : ''}
        </p>
        {signs.length > 0 && (
          <ul className="bulleted">
            {signs.map((sign) => (
              <li key={sign}>
                <Prose text={sign} />
              </li>
            ))}
          </ul>
        )}
        {column.evidence && (
          <p>
            <Prose text={column.evidence} />
            {typeof column.confidence === 'number' ? ` (${percent(column.confidence)} sure)` : ''}
          </p>
        )}
      </div>
    </details>
  );
}
