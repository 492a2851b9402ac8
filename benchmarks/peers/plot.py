#!/usr/bin/env python3
"""Draws how far each model's rows can be told from real ones against the seconds it took.

usage: plot.py peers.json OUT.svg        needs: plot.txt
"""
import json
import math
import statistics
import sys

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "likeness"
import matplotlib.pyplot as plt

COLOURS = {"Likeness": "#0b6e4f", "peer": "#8a8d91"}
COLUMNS = 3


def total(timing):
    each = (timing["fit_seconds"], timing["sample_seconds"])
    return sum(statistics.median(value) if isinstance(value, list) else value for value in each)


def short(title):
    return title.removeprefix("Likeness ").split(" (")[0].removesuffix("Synthesizer")


def panel(axes, name, entry):
    for run in entry["runs"].values():
        score = run.get("scores", {}).get("c2st_new")
        if score is None:
            continue
        ours = run["title"].startswith("Likeness")
        x, colour = total(run["timing"]), COLOURS["Likeness" if ours else "peer"]
        axes.plot(x, score, "o" if ours else "s", color=colour, markersize=7)
        axes.annotate(short(run["title"]), (x, score), xytext=(6, 4), textcoords="offset points", fontsize=7, color=colour)
    axes.set_xscale("log")
    axes.set_xlim(0.02, 2000)
    axes.set_ylim(0.48, 1.02)
    axes.axhline(0.5, color="#c9ccd1", linewidth=0.8)
    axes.set_title(f"{name} ({entry['rows']['train']:,} × {entry['rows']['columns']})", fontsize=9)
    axes.tick_params(labelsize=7)


def main(source, target):
    tables = json.load(open(source))["tables"]
    lines = math.ceil(len(tables) / COLUMNS)
    figure, grid = plt.subplots(lines, COLUMNS, figsize=(11, 3.1 * lines), squeeze=False, layout="constrained")
    for axes in grid.flat[len(tables):]:
        axes.set_visible(False)
    for axes, (name, entry) in zip(grid.flat, tables.items()):
        panel(axes, name, entry)
    figure.supxlabel("seconds to fit and to make as many rows (log scale)", fontsize=9)
    figure.supylabel("told from rows never seen (AUC; 0.5 is best)", fontsize=9)
    figure.savefig(target, metadata={"Date": None})


if __name__ == "__main__":
    main(*sys.argv[1:])
