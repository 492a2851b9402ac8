import type { Combination, Exposure as Found } from '../api/types';
import { count, counted, percent } from '../format';
import { Names } from './Names';

function Combinations({ combinations }: { combinations: Combination[] }) {
  return (
    <div className="sheet scroll" tabIndex={0} role="region" aria-label="Columns that single out">
      <table className="grid" data-testid="combinations">
        <thead>
          <tr>
            <th scope="col">Columns together</th>
            <th scope="col" className="num">
              Rows alone
            </th>
            <th scope="col" className="num">
              Share
            </th>
            <th scope="col" className="num">
              In groups under five
            </th>
            <th scope="col" className="num">
              Smallest group
            </th>
          </tr>
        </thead>
        <tbody>
          {combinations.map((each) => (
            <tr key={each.columns.join('\n')}>
              <th scope="row" title={each.columns.join(', ')}>
                <Names names={each.columns} />
              </th>
              <td className="num">{count(each.singled_out)}</td>
              <td className="num">{percent(each.share)}</td>
              <td className="num">{count(each.in_small_groups)}</td>
              <td className="num">{count(each.k)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Verdict({ exposure }: { exposure: Found }) {
  const { all } = exposure;
  if (!all) {
    return <p>No column helps to single anybody out.</p>;
  }
  return all.singled_out === 0 ? (
    <p>
      Nobody is alone by <Names names={all.columns} />: every row has at least{' '}
      {counted(all.k - 1, 'other')} like it.
    </p>
  ) : (
    <p>
      Whoever knows <Names names={all.columns} /> of somebody finds one row only, for{' '}
      {percent(all.share)} of the rows.
    </p>
  );
}

/** Who can be singled out by columns that are no secret: the k-anonymity of the table. */
export function Exposure({ exposure }: { exposure: Found }) {
  return (
    <section className="section" data-testid="exposure">
      <div className="section-head">
        <h2>Who can be singled out</h2>
        <p>
          {exposure.sampled
            ? `Counted on ${counted(exposure.rows_looked_at, 'row')}, drawn with a fixed seed; in all rows fewer are alone.`
            : 'By columns that others may know too.'}
        </p>
      </div>
      <div className="stack">
        <Verdict exposure={exposure} />
        {exposure.combinations.length > 0 && (
          <Combinations combinations={exposure.combinations} />
        )}
        {exposure.left_out.length > 0 && (
          <p className="small quiet">
            Not looked at: <Names names={exposure.left_out} />.
          </p>
        )}
      </div>
    </section>
  );
}
