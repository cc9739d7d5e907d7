"""Runs the program under test, for the command line tests."""

import os
import subprocess

PROGRAM = os.environ["GAINSAY"]

# Seconds by the clock after which a process counts as hanging. Generous, as machines may be slow or busy: it says
# nothing on speed.
HANGS = 1800


def run(*arguments, stdin="", program=PROGRAM, env=None, stdout=subprocess.PIPE):
    """Runs the program; the result has `returncode`, `stdout` and `stderr` as text."""
    return subprocess.run(
        [program, *map(str, arguments)],
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=None if env is None else {**os.environ, **env},
        timeout=HANGS,
    )
