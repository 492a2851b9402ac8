#!/usr/bin/env python3
"""Shuffles the rows of a CSV file as pandas does and cuts them: 80% to learn from, the rest never seen. Cells stay as they are.

usage: split.py FILE FOLDER SEED [COLUMN-TO-LEAVE-OUT…]        prints the numbers of rows and columns as JSON
"""
import json
import sys

import pandas


def main(source, folder, seed, *without):
    table = pandas.read_csv(source, dtype=str, keep_default_na=False, skipinitialspace=True).drop(columns=list(without))
    shuffled = table.sample(frac=1, random_state=int(seed))
    cut = len(table) * 8 // 10
    shuffled[:cut].to_csv(f"{folder}/train.csv", index=False)
    shuffled[cut:].to_csv(f"{folder}/control.csv", index=False)
    print(json.dumps(dict(train=cut, control=len(table) - cut, columns=len(table.columns))))


if __name__ == "__main__":
    main(*sys.argv[1:])
