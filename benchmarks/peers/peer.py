#!/usr/bin/env python3
"""Fits one peer to a CSV file as its documentation says, samples as many rows, and prints what it took as JSON.

usage: peer.py CLASS IN.csv OUT.csv SEED THREADS
Measures from a table in memory to a table in memory; reading and imports are left out. A new peer is one more class here and one
entry in peers.json: fit(table, seed), sample(rows) -> table, and the packages whose versions are told.
"""
import importlib.metadata
import json
import platform
import sys
import tempfile
import time
import warnings

warnings.filterwarnings("ignore")


class Argn:
    packages = ("mostlyai-engine", "torch")

    def fit(self, table, seed):
        from mostlyai.engine import TabularARGN, set_random_state
        set_random_state(seed)
        self.model = TabularARGN(workspace_dir=tempfile.mkdtemp(dir="."), random_state=seed)
        self.model.fit(table)

    def sample(self, rows):
        return self.model.sample(n_samples=rows)


class Arf:
    packages = ("arfpy", "scikit-learn")

    def fit(self, table, seed):
        import numpy
        from arfpy import arf
        numpy.random.seed(seed)
        self.model = arf.arf(x=table, random_state=seed, verbose=False)
        self.model.forde()

    def sample(self, rows):
        return self.model.forge(n=rows)


class Sdv:
    packages = ("sdv",)
    synthesizer = ""

    def fit(self, table, seed):
        import numpy
        import sdv.single_table
        from sdv.metadata import Metadata
        numpy.random.seed(seed)
        if self.synthesizer != "GaussianCopulaSynthesizer":
            import torch
            torch.manual_seed(seed)
        self.model = getattr(sdv.single_table, self.synthesizer)(Metadata.detect_from_dataframe(table))
        self.model.fit(table)

    def sample(self, rows):
        return self.model.sample(rows)


class SdvCopula(Sdv):
    synthesizer = "GaussianCopulaSynthesizer"


class SdvTvae(Sdv):
    packages = ("sdv", "ctgan", "torch")
    synthesizer = "TVAESynthesizer"


class SdvCtgan(Sdv):
    packages = ("sdv", "ctgan", "torch")
    synthesizer = "CTGANSynthesizer"


def main(name, source, target, seed, threads):
    import pandas
    peer = globals()[name]()
    if "torch" in peer.packages:
        import torch
        torch.set_num_threads(threads)
    table = pandas.read_csv(source, skipinitialspace=True)
    start, cpu = time.perf_counter(), time.process_time()
    peer.fit(table, seed)
    fitted = time.perf_counter()
    made = peer.sample(len(table))
    sampled = time.perf_counter()
    made[list(table.columns)].to_csv(target, index=False)
    versions = {p: importlib.metadata.version(p) for p in (*peer.packages, "pandas")}
    print(json.dumps(dict(fit_seconds=fitted - start, sample_seconds=sampled - fitted, cpu_seconds=time.process_time() - cpu,
                          rows=len(made), versions=dict(versions, python=platform.python_version()))))


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]), int(sys.argv[5]))
