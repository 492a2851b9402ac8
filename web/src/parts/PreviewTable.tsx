import type { Preview } from '../api/types';
import { count } from '../format';

/** Columns that fit a page; the rest is left out and said so. */
const MAX_COLUMNS = 100;

/** The raw cells as text. React escapes them; long ones are cut, with the whole in the title. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const columns = preview.columns.slice(0, MAX_COLUMNS);
  return (
    <>
      <div
        className="sheet scroll preview"
        tabIndex={0}
        role="region"
        aria-label="Preview of the rows"
      >
        <table className="grid">
          <thead>
            <tr>
              <th scope="col" className="rownum">
                <span className="unseen">Row</span>
              </th>
              {columns.map((name, i) => (
                <th scope="col" key={i} title={name} dir="auto">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row, r) => (
              <tr key={r}>
                <th scope="row" className="rownum">
                  {r + 1}
                </th>
                {columns.map((_, c) => {
                  const cell = row[c];
                  return cell === null || cell === undefined ? (
                    <td key={c} className="void">
                      empty
                    </td>
                  ) : (
                    <td key={c} title={cell.length > 24 ? cell : undefined} dir="auto">
                      {cell}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {preview.columns.length > columns.length && (
        <p className="small quiet">
          The first {MAX_COLUMNS} of {count(preview.columns.length)} columns are shown.
        </p>
      )}
    </>
  );
}
