#!/usr/bin/env python3
"""Compares jsj with Node, and with other JavaScript engines for the JVM, on whole programs.

    bench/run.py                          everything, about 40 minutes; writes docs/performance/results.{md,svg,json}
    bench/run.py --quick                  one round of each, a shorter warm-up
    bench/run.py --filter json,sort --kinds warm
    bench/run.py --fetch-others           also GraalJS, Nashorn and Rhino, from Maven Central
    bench/run.py --jsj "./jsj run --jitless" --node "node --jitless" --no-report

Kinds: "cold" is the wall time of a whole process that does 1 to 3 seconds of work on Node, "warm" the time of one run in a
process that repeats it until its times settle, "startup" the wall time of a hello-world program. Nashorn and Rhino
run the programs as Babel writes them for ECMAScript 5. The programs are those
of bench/programs and the npm packages driven by bench/npm/drivers (pinned in package.json, installed on first use).
Engines take turns, round by round. Results must be equal: exit code 1 when an output differs or jsj fails.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import time

import engines
import report

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
NPM = os.path.join(HERE, "npm")
WARM_LINE = re.compile(r"^WARM (\S+) (\S+) (\S+) (\d+)$", re.MULTILINE)
OWN_LINES = re.compile(r"^(WARM|TIME) .*$", re.MULTILINE)


class Failure(Exception):
    pass


def run_once(engine, program, mode, seconds, limit):
    """Milliseconds (wall, or of a warm run) and output of one process."""
    environment = {**os.environ, "BENCH_MODE": mode, "BENCH_SECONDS": str(seconds), "TZ": "UTC", "NODE_ENV": "production"}
    started = time.perf_counter()
    try:
        done = subprocess.run(engine.run_command(program), capture_output=True, text=True, timeout=limit, cwd=ROOT,
                              env=environment)
    except subprocess.TimeoutExpired:
        raise Failure(f"no end after {limit} s")
    wall = (time.perf_counter() - started) * 1000
    if done.returncode != 0:
        raise Failure(f"exit code {done.returncode}: {done.stderr.strip()[-300:]}")
    warm = WARM_LINE.search(done.stdout)
    if mode == "warm" and not warm:
        raise Failure("no WARM line")
    times = [float(warm[1]), float(warm[2]), float(warm[3])] if warm else [wall]
    return times, OWN_LINES.sub("", done.stdout).strip()


def measure(compared, name, suite, program, kind, options):
    """A row of the results; prints it."""
    rounds = {"cold": options.rounds, "warm": options.warm_rounds, "startup": 4 * options.rounds}[kind]
    times, outputs, failed = {e.name: [] for e in compared}, {}, {}
    for _ in range(rounds):
        for engine in compared:
            if engine.name in failed:
                continue
            try:
                measured, output = run_once(engine, program, kind, options.warm_seconds, options.timeout)
                times[engine.name] += measured
                outputs[engine.name] = output
            except Failure as failure:
                failed[engine.name] = str(failure)
    row = {"name": name, "suite": suite, "kind": kind, "failed": failed, "times": {
        e: {"median": statistics.median(t), "low": min(t), "high": max(t)} for e, t in times.items() if t and e not in failed}}
    if outputs.get("jsj") != outputs.get("node") and "jsj" not in failed:
        failed["jsj"] = f"output differs: {outputs.get('jsj')!r} / {outputs.get('node')!r}"
    line = f"{kind:8} {name:18}"
    for engine in compared:
        found = row["times"].get(engine.name)
        line += f" {engine.name} " + (f"{found['median']:9.1f}" if found else "        -")
    speed = report.speeds({"rows": [row]}, kind, "jsj").get(name)
    print(line + (f"   jsj speed {speed:.3f}" if speed else ""), flush=True)
    if "jsj" in failed:
        print(f"  jsj: {failed['jsj']}", file=sys.stderr, flush=True)
    return row


def programs(options):
    """(name, suite, file) of what is to be measured."""
    found = []
    for suite, folder in (("programs", os.path.join(HERE, "programs")), ("npm", os.path.join(NPM, "drivers"))):
        if suite in options.suites:
            found += [(os.path.splitext(f)[0], suite, os.path.join(folder, f)) for f in sorted(os.listdir(folder))
                      if f.endswith((".js", ".mjs"))]
    wanted = [part for part in options.filter.split(",") if part]
    return [p for p in found if not wanted or any(part in p[0] for part in wanted)]


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jsj", default=os.path.join(ROOT, "jsj") + " run", help="command (default: %(default)s)")
    parser.add_argument("--node", default="node", help="command (default: %(default)s)")
    parser.add_argument("--others", metavar="DIR", help="folder with jars in graaljs/, nashorn/, rhino/")
    parser.add_argument("--fetch-others", action="store_true", help="fetch those jars into bench/target/jars")
    parser.add_argument("--kinds", default="startup,cold,warm", help="default: %(default)s")
    parser.add_argument("--suites", default="programs,npm", help="default: %(default)s")
    parser.add_argument("--filter", default="", help="comma-separated parts of program names")
    parser.add_argument("--rounds", type=int, default=3, help="cold processes per engine (default: %(default)s)")
    parser.add_argument("--warm-rounds", type=int, default=1, help="warm processes per engine (default: %(default)s)")
    parser.add_argument("--warm-seconds", type=float, default=10, help="longest warm-up (default: %(default)s)")
    parser.add_argument("--timeout", type=int, default=180, help="seconds per process (default: %(default)s)")
    parser.add_argument("--quick", action="store_true", help="one round, five seconds of warm-up")
    parser.add_argument("--report", metavar="DIR", default=os.path.join(ROOT, "docs", "performance"))
    parser.add_argument("--no-report", action="store_true", help="print only")
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.warm_seconds = 1, 5
    return options


def main():
    options = parse()
    load = "%.1f" % os.getloadavg()[0]
    compared = [engines.from_command_line("jsj", options.jsj), engines.from_command_line("node", options.node)]
    folder = options.others
    if options.fetch_others:
        folder = folder or os.path.join(HERE, "target", "jars")
        engines.fetch(folder)
    if folder:
        compared += engines.others(folder)
    if not os.path.isdir(os.path.join(NPM, "node_modules")):
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=NPM, check=True)
    kinds = options.kinds.split(",")
    rows = []
    if "startup" in kinds and not options.filter:
        rows.append(measure(compared, "hello", "startup", os.path.join(ROOT, "examples", "hello.js"), "startup", options))
    for name, suite, file in programs(options):
        engines_of_suite = compared if suite == "programs" else compared[:2]  # the others have no module loader
        for kind in ("cold", "warm"):
            if kind in kinds:
                rows.append(measure(engines_of_suite, name, suite, file, kind, options))
    results = {"command": "bench/run.py " + " ".join(sys.argv[1:]), "machine": report.machine(), "load": load,
               "engines": [e.name for e in compared], "rows": rows}
    for kind, suite in report.TITLES:
        for engine in compared:
            mean = report.geometric_mean(list(report.speeds(results, kind, engine.name, suite).values()))
            if mean is not None and engine.name != "node":
                print(f"{kind} {suite}: {engine.name} has {mean:.3f} times the speed of node (geometric mean)")
    if not options.no_report:
        report.write(results, options.report)
    return 1 if any("jsj" in row["failed"] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
