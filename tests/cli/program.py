"""Runs the program under test, for the command line tests."""

import os
import subprocess

PROGRAM = os.environ["GAINSAY"]


def run(*arguments, stdin="", program=PROGRAM, env=None, stdout=subprocess.PIPE):
    """Runs the program; the result has `returncode`, `stdout` and `stderr` as text."""
    return subprocess.run(
        [program, *map(str, arguments)],
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=None if env is None else {**os.environ, **env},
        timeout=300,
    )
