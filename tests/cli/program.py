"""Runs the program under test, for the command line tests."""

import os
import re
import subprocess

PROGRAM = os.environ["GAINSAY"]

# Seconds by the clock after which a process counts as hanging. Generous, as machines may be slow or busy: it says
# nothing on speed.
HANGS = 1800


# The line in which a run says at its end what it made of what.
SUMMARY = re.compile(r"(?m)^gainsay: \d+ articles?( \(\d+ left out\))?, \d+ statements?, .*\n")


def run(*arguments, stdin="", program=PROGRAM, env=None, stdout=subprocess.PIPE):
    """Runs the program; the result has `returncode`, `stdout` and `stderr` as text, and what stands in the line that sums
    the run up as `summary`, which is no part of `stderr`."""
    result = subprocess.run(
        [program, *map(str, arguments)],
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=None if env is None else {**os.environ, **env},
        timeout=HANGS,
    )
    result.summary = "".join(match.group(0) for match in SUMMARY.finditer(result.stderr))
    result.stderr = SUMMARY.sub("", result.stderr)
    return result
