#!/usr/bin/env python3
"""Draws how far each model's rows can be told from real ones against the processor time it took.

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


def seconds(timing):
    value = timing["cpu_seconds"]
    return statistics.median(value) if isinstance(value, list) else value


def short(title):
    return title.removeprefix("Likeness ").split(" (")[0].removesuffix("Synthesizer")


def panel(axes, name, entry):
    for run in entry["runs"].values():
        score = run.get("scores", {}).get("c2st_new")
        if score is None:
            continue
        ours = run["title"].startswith("Likeness")
        x, colour = seconds(run["timing"]), COLOURS["Likeness" if ours else "peer"]
        axes.plot(x, score, "o" if ours else "s", color=colour, markersize=7)
        side = dict(xytext=(-7, -3), ha="right") if x > 20 else dict(xytext=(7, -3), ha="left")
        axes.annotate(short(run["title"]), (x, score), textcoords="offset points", fontsize=7, color=colour, **side)
    axes.set_xscale("log")
    axes.set_xlim(0.02, 2000)
    axes.set_ylim(0.48, 1.02)
    axes.axhline(0.5, color="#c9ccd1", linewidth=0.8)
    axes.set_title(f"{name} ({entry['rows']['train']:,} × {entry['rows']['columns']})", fontsize=9)
    axes.tick_params(labelsize=7)


def main(source, target):
    tables = json.load(open(source))["tables"]
    columns = min(COLUMNS, len(tables))
    lines = math.ceil(len(tables) / columns)
    figure, grid = plt.subplots(lines, columns, figsize=(3.7 * columns, 3.1 * lines), squeeze=False, layout="constrained")
    for axes in grid.flat[len(tables):]:
        axes.set_visible(False)
    for axes, (name, entry) in zip(grid.flat, tables.items()):
        panel(axes, name, entry)
    figure.supxlabel("CPU seconds to fit and to make as many rows (log scale)", fontsize=9)
    figure.supylabel("told from rows never seen (AUC; 0.5 is best)", fontsize=9)
    figure.savefig(target, metadata={"Date": None})


if __name__ == "__main__":
    main(*sys.argv[1:])
