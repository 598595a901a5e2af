"""Counts errors and HTTP statuses of a log in the way that comes to mind first. Prints lines of a name and a count.

usage: naive.py LOG PATTERN      the first group of PATTERN, a regular expression, is a status
"""
import re
import sys
from collections import Counter

status = re.compile(sys.argv[2])
counts = Counter()
with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
    while line := log.readline():
        if "error" in line.lower():
            counts["Errors"] += 1
        match = status.search(line)
        if match:
            counts[match.group(1)] += 1

for name, count in counts.items():
    print(name, count)
