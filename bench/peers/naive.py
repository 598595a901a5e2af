"""Counts errors and HTTP statuses of a log in the way that comes to mind first. Prints lines of a name and a count."""
import re
import sys
from collections import Counter

STATUS = re.compile(r'" (\d{3}) ')

counts = Counter()
with open(sys.argv[1], encoding="utf-8") as log:
    while line := log.readline():
        if "ERROR" in line:
            counts["Errors"] += 1
        if match := STATUS.search(line):
            counts[match.group(1)] += 1

for name, count in counts.items():
    print(name, count)
