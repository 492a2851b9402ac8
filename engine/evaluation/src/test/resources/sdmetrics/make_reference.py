#!/usr/bin/env python3
"""Makes small seeded tables and what SDMetrics 0.32.0 says about them: the reference values of SdMetricsReferenceTest.

needs: pip install sdmetrics==0.32.0 pandas==2.3.3 numpy==1.26.4
run:   python make_reference.py        (writes NAME.real.csv, NAME.synthetic.csv and NAME.json beside itself)
"""
import itertools
import json
import math
import pathlib
import warnings

import numpy as np
import pandas as pd
import scipy
import sdmetrics
from sdmetrics.column_pairs import ContingencySimilarity
from sdmetrics.reports.single_table import QualityReport

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent
CONTINUOUS = ("numerical", "datetime")


def holes(random, values, share):
    return [None if random.random() < share else v for v in values]


def mixed(random, rows, synthetic):
    """Every type, missing values, few distinct numbers, a constant, categories unseen on either side."""
    x = random.normal(50 + 3 * synthetic, 10, rows)
    return {
        "amount": ("numerical", holes(random, x, 0.1)),
        "related": ("numerical", list(x * (1 - 0.2 * synthetic) + random.normal(0, 6, rows))),
        "rating": ("numerical", [int(v) for v in random.integers(1, 6, rows)]),
        "constant": ("numerical", [7] * rows),
        "noise": ("numerical", [float(a) * 0.1 + 0.2 for a in random.integers(0, 4, rows)]),
        "joined": ("datetime", holes(random, [f"{2001 + d // 336:04d}-{d // 28 % 12 + 1:02d}-{d % 28 + 1:02d}" for d in random.integers(0, 3360 - 800 * synthetic, rows)], 0.05)),
        "seen_at": ("datetime", [f"2024-03-{d + 1:02d} {h:02d}:{m:02d}:07" for d, h, m in zip(random.integers(0, 28, rows), random.integers(0, 24, rows), random.integers(0, 60, rows))]),
        "band": ("categorical", holes(random, ["low" if v < 45 else "mid" if v < 58 else "high" for v in x], 0.08)),
        "colour": ("categorical", list(random.choice(["red", "green", "blue", "new" if synthetic else "old"], rows, p=[0.5, 0.3, 0.15, 0.05]))),
        "town": ("categorical", [f"t{v}" for v in random.zipf(1.6, rows) % (90 + 10 * synthetic)]),
        "member": ("boolean", holes(random, [bool(v > 52 + 4 * random.normal()) for v in x], 0.03)),
    }


def numbers(random, rows, synthetic):
    """Numbers only, strongly related, one of them almost always missing."""
    x = random.normal(0, 1, rows)
    return {
        "a": ("numerical", list(x)),
        "b": ("numerical", list(3e6 * x + 1e12 + random.normal(0, 1e5 * (1 + 9 * synthetic), rows))),
        "c": ("numerical", holes(random, list(-x + random.normal(0, 0.5, rows)), 0.4)),
        "d": ("numerical", holes(random, list(random.exponential(1e-6, rows)), 0.95)),
    }


def categories(random, rows, synthetic):
    """Categories only, strongly associated, with missing values on both sides."""
    base = random.integers(0, 4, rows)
    return {
        "p": ("categorical", holes(random, [f"p{v}" for v in base], 0.1)),
        "q": ("categorical", holes(random, [f"q{v if random.random() < 0.9 - 0.3 * synthetic else (v + 1) % 5}" for v in base], 0.1)),
        "r": ("boolean", [bool(v % 2) for v in base]),
        "s": ("categorical", ["only"] * rows),
    }


def degenerate(random, rows, synthetic):
    """What cannot be scored: columns that are missing throughout, or constant on one side."""
    return {
        "empty_number": ("numerical", [None] * rows),
        "half_empty": ("numerical", [None] * rows if synthetic else [float(v) for v in range(rows)]),
        "empty_category": ("categorical", [None] * rows),
        "flat": ("numerical", [3.5] * rows if synthetic else [float(v) for v in range(rows)]),
        "number": ("numerical", [float(v * v) for v in range(rows)]),
        "apart": ("categorical", ["x" if synthetic else "y"] * rows),
        "kind": ("categorical", [f"k{v % 2}" for v in range(rows)]),
    }


CASES = {
    "mixed": (mixed, 400, 300), "mixed-tiny": (mixed, 12, 7), "numbers": (numbers, 250, 400),
    "categories": (categories, 300, 200), "degenerate": (degenerate, 6, 5), "two-rows": (degenerate, 2, 2),
    "one-row": (degenerate, 1, 1),
}


def frame(columns):
    out = pd.DataFrame()
    for name, (sdtype, values) in columns.items():
        if sdtype == "numerical":
            out[name] = pd.Series(values, dtype=float if any(v is None or isinstance(v, float) for v in values) else int)
        elif sdtype == "datetime":
            out[name] = pd.to_datetime(pd.Series(values, dtype=object), format="%Y-%m-%d" if name == "joined" else "%Y-%m-%d %H:%M:%S")
        else:
            out[name] = pd.Series(values, dtype=object)
    return out


def text(value):
    return "" if value is None else repr(float(value)) if isinstance(value, (float, np.floating)) else str(value)


def write(path, columns):
    rows = zip(*(values for _, values in columns.values()))
    path.write_text("\n".join([",".join(columns), *(",".join(map(text, row)) for row in rows)]) + "\n")


def number(value):
    return None if value is None or value is pd.NA or math.isnan(value) else float(value)


def report(real, synthetic, metadata, thresholds):
    made = QualityReport()
    if not thresholds:
        made.real_correlation_threshold = made.real_association_threshold = 0
    made.generate(real, synthetic, metadata, verbose=False)
    scores = made.get_properties().set_index("Property")["Score"]
    return made, dict(quality=number(made.get_score()), column_shapes=number(scores["Column Shapes"]), column_pair_trends=number(scores["Column Pair Trends"]))


def pairs(real, synthetic, metadata):
    """Each pair on its own, in 10 bins with the edges of the real table."""
    for a, b in itertools.combinations(metadata["columns"], 2):
        numeric = [c for c in (a, b) if metadata["columns"][c]["sdtype"] in CONTINUOUS]
        if len(numeric) < 2:
            tables = [t[[a, b]].copy() for t in (real, synthetic)]
            for t in tables:
                for c in numeric:
                    if metadata["columns"][c]["sdtype"] == "datetime":
                        t[c] = t[c].astype("int64").astype(float).where(t[c].notna())
            yield dict(columns=[a, b], score=number(ContingencySimilarity.compute(*tables, continuous_column_names=numeric or None)))


def main():
    for seed, (name, (make, rows, others)) in enumerate(CASES.items()):
        random = np.random.default_rng(seed)
        columns = make(random, rows, 0), make(random, others, 1)
        real, synthetic = map(frame, columns)
        metadata = {"columns": {c: {"sdtype": t} for c, (t, _) in columns[0].items()}}
        plain, plain_scores = report(real, synthetic, metadata, False)
        thresholded, scores = report(real, synthetic, metadata, True)
        details = lambda r, p: json.loads(r.get_details(p).drop(columns="Error", errors="ignore").to_json(orient="records", double_precision=15))
        result = {
            "header": {
                "tool": "SDMetrics", "version": sdmetrics.__version__, "pandas": pd.__version__, "numpy": np.__version__, "scipy": scipy.__version__,
                "call": "default: QualityReport().generate(real, synthetic, metadata); all: the same with real_correlation_threshold = real_association_threshold = 0; "
                        "real_edges: ContingencySimilarity.compute(real, synthetic, continuous_column_names)",
                "script": "make_reference.py",
            },
            "columns": [{"name": c, "sdtype": t} for c, (t, _) in columns[0].items()],
            "default": scores, "all": plain_scores,
            "shapes": details(plain, "Column Shapes"),
            "pairs_all": details(plain, "Column Pair Trends"),
            "pairs_default": details(thresholded, "Column Pair Trends"),
            "real_edges": list(pairs(real, synthetic, metadata)),
        }
        (HERE / f"{name}.json").write_text(json.dumps(result, indent=1) + "\n")
        write(HERE / f"{name}.real.csv", columns[0])
        write(HERE / f"{name}.synthetic.csv", columns[1])


if __name__ == "__main__":
    main()
