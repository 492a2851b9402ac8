#!/usr/bin/env python3
"""SDV's Gaussian copula as its documentation uses it: fits a CSV file, samples as many rows, prints what each round took as JSON.

usage: peer.py IN.csv OUT.csv WARM-UPS ROUNDS        needs: requirements.txt
Measures from a table in memory to a table in memory; reading and finding the metadata are measured apart.
"""
import json
import platform
import sys
import time
import warnings

warnings.filterwarnings("ignore")


def main(source, target, warm_ups, rounds):
    import pandas
    import sdv
    from sdv.metadata import Metadata
    from sdv.single_table import GaussianCopulaSynthesizer

    result = dict(model="SDV GaussianCopulaSynthesizer", sdv=sdv.__version__, pandas=pandas.__version__, python=platform.python_version())
    start = time.perf_counter()
    table = pandas.read_csv(source)
    metadata = Metadata.detect_from_dataframe(table)
    result.update(read_seconds=time.perf_counter() - start, fitted_rows=len(table), sampled_rows=len(table))
    times = {"warm_up_fit_seconds": [], "warm_up_sample_seconds": [], "fit_seconds": [], "sample_seconds": [], "warm_up_cpu_seconds": [], "cpu_seconds": []}
    for number in range(warm_ups + rounds):
        prefix = "warm_up_" if number < warm_ups else ""
        synthesizer = GaussianCopulaSynthesizer(metadata)
        start, cpu = time.perf_counter(), time.process_time()
        synthesizer.fit(table)
        fitted = time.perf_counter()
        made = synthesizer.sample(len(table))
        times[prefix + "fit_seconds"].append(fitted - start)
        times[prefix + "sample_seconds"].append(time.perf_counter() - fitted)
        times[prefix + "cpu_seconds"].append(time.process_time() - cpu)
    made.to_csv(target, index=False)
    print(json.dumps({**result, **times}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
