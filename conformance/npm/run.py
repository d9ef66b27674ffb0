#!/usr/bin/env python3
"""Runs unmodified npm packages on real input in jsj and in Node and compares what they print.

    conformance/npm/run.py [--engine "./jsj run"] [NAME ...]

The packages are pinned in package.json (and package-lock.json) and installed by npm on first use. Each driver in drivers/
prints a deterministic summary; jsj passes when standard output and exit code equal Node's.
"""
import argparse
import difflib
import os
import shlex
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def install():
    if not os.path.isdir(os.path.join(HERE, "node_modules")):
        print("installing the packages ...", file=sys.stderr)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=HERE, check=True)


def run(command, driver, limit):
    """Exit code, output, error output and seconds; exit code None after the time limit."""
    started = time.perf_counter()
    environment = {**os.environ, "TZ": "UTC", "FORCE_COLOR": "0"}
    try:
        done = subprocess.run(command + [driver], cwd=ROOT, env=environment, capture_output=True, timeout=limit)
        code, out, err = done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired as expired:
        code, out, err = None, expired.stdout or b"", b"time limit"
    return code, out.decode(errors="replace"), err.decode(errors="replace"), time.perf_counter() - started


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", default="./jsj run")
    parser.add_argument("--node", default="node")
    parser.add_argument("--timeout", type=int, default=300)
    parser.add_argument("--diff", type=int, default=12, help="lines of difference to show")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    install()
    drivers = sorted(f for f in os.listdir(os.path.join(HERE, "drivers")) if f.endswith((".js", ".mjs")))
    passed = total = 0
    for file in drivers:
        if options.names and not any(name in file for name in options.names):
            continue
        total += 1
        driver = os.path.join(HERE, "drivers", file)
        code, out, err, seconds = run(shlex.split(options.engine), driver, options.timeout)
        node_code, node_out, _, node_seconds = run(shlex.split(options.node), driver, options.timeout)
        if node_code != 0:
            sys.exit(f"{file}: fails in Node itself")
        same = (code, out) == (node_code, node_out)
        passed += same
        print(f"{'pass' if same else 'FAIL'}  {file:18} {seconds:7.1f} s  (node {node_seconds:.1f} s)", flush=True)
        if not same:
            lines = list(difflib.unified_diff(node_out.splitlines(), out.splitlines(), "node", "jsj", lineterm="", n=0))
            for line in lines[: options.diff]:
                print("      " + line[:200])
            if code != node_code:
                print(f"      exit code {code}, node's {node_code}: " + err.strip()[-600:].replace("\n", "\n      "))
    print(f"{passed} of {total} packages print what they print in Node")
    return 0 if passed == total else 1


if __name__ == "__main__":
    sys.exit(main())
