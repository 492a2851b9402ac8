"""Makes associations.json, the reference of AssociationsTest, with numpy, scipy, pandas and scikit-learn.

The table is made by whole-number arithmetic that the test repeats. usage: python associations.py > associations.json
"""
import json

import numpy
import pandas
import scipy
import sklearn
from scipy.stats import contingency, pearsonr, spearmanr
from sklearn.metrics import mutual_info_score

ROWS, BINS = 400, 6  # 400 rows: sqrt(400 / 10) = 6.3
frame = pandas.DataFrame([
    dict(x=None if i % 17 == 0 else i * 37 % 101 + 0.5,
         y=(i * 37 % 101) ** 2 // 40 + i * 53 % 29,
         small=i * 11 % 23 // 8,
         group="abcd"[i * 7 % 11 % 4],
         other=None if i % 13 == 0 else "pqr"[(i * 7 % 11 + i % 5 // 4) % 3],
         size=["low", "medium", "high"][min(2, (i * 37 % 101 + i % 7 * 5) // 40)])
    for i in range(ROWS)])
NUMBERS, SIZES = ["x", "y", "small"], {"low": 0, "medium": 1, "high": 2}


def binned(column):
    counts = column.value_counts().sort_index()
    if len(counts) <= BINS:
        return column
    before = counts.cumsum() - counts
    bins = (2 * before + counts) * BINS // (2 * counts.sum())
    return column.map(bins)


def bergsma(a, b):
    table = pandas.crosstab(a, b).to_numpy()
    n, (r, c) = table.sum(), table.shape
    phi = contingency.association(table, method="cramer") ** 2 * (min(r, c) - 1)
    phi = max(0, phi - (r - 1) * (c - 1) / (n - 1))
    return (phi / (min(r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)) - 1)) ** 0.5


def eta(groups, number):
    between = sum(len(part) * (part.mean() - number.mean()) ** 2 for _, part in number.groupby(groups))
    return float((between / ((number - number.mean()) ** 2).sum()) ** 0.5)


codes = {name: frame[name].map(SIZES) if name == "size" else frame[name] for name in frame}
bins = {name: binned(frame[name]) if name in NUMBERS else frame[name] for name in frame}
pairs = []
for i, a in enumerate(frame):
    for b in list(frame)[i + 1:]:
        both = frame[a].notna() & frame[b].notna()
        pair = dict(a=a, b=b, pearson=None, spearman=None, cramers_v=None, correlation_ratio=None)
        if a in NUMBERS and b in NUMBERS:
            pair["pearson"] = float(pearsonr(frame[a][both], frame[b][both]).statistic)
        if a in NUMBERS + ["size"] and b in NUMBERS + ["size"]:
            pair["spearman"] = float(spearmanr(codes[a][both], codes[b][both]).statistic)
        if a not in NUMBERS and b not in NUMBERS:
            pair["cramers_v"] = bergsma(frame[a][both], frame[b][both])
        if (a in NUMBERS) != (b in NUMBERS):
            group, number = (b, a) if a in NUMBERS else (a, b)
            pair["correlation_ratio"] = eta(frame[group][both], frame[number][both])
        pair["mutual_information"] = float(mutual_info_score(bins[a][both], bins[b][both]))
        pairs.append(pair)
made_by = dict(scipy=scipy.__version__, scikit_learn=sklearn.__version__, pandas=pandas.__version__, numpy=numpy.__version__)
print(json.dumps(dict(made_by=made_by, pairs=pairs), indent=1))
