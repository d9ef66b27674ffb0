#!/usr/bin/env python3
"""Compares two engines on the whole programs in bench/programs, each run a process of its own.

    bench/run.py                                      jsj against node --jitless
    bench/run.py --against node                       jsj against node
    bench/run.py --engine "./jsj run --jitless" --filter json,sort --rounds 5

Rounds alternate between the engines. A program's figure is the median wall time of its rounds, start-up included;
"inside" is the median of the time the program itself reports (its TIME line). Output other than TIME lines must be
equal. Exit code 1 when an output differs or a run fails.
"""
import argparse
import math
import os
import re
import shlex
import statistics
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAMS = os.path.join(ROOT, "bench", "programs")
TIME_LINE = re.compile(r"^TIME \S+ (\d+)$", re.MULTILINE)


class Failure(Exception):
    pass


def run_once(command, program, limit):
    """Wall milliseconds, inside milliseconds and output of one run."""
    started = time.perf_counter()
    try:
        done = subprocess.run(command + [program], capture_output=True, text=True, timeout=limit, cwd=ROOT)
    except subprocess.TimeoutExpired:
        raise Failure(f"no end after {limit} s")
    wall = (time.perf_counter() - started) * 1000
    if done.returncode != 0:
        raise Failure(f"exit code {done.returncode}: {done.stderr.strip()[-300:]}")
    inside = sum(int(ms) for ms in TIME_LINE.findall(done.stdout))
    return wall, inside, TIME_LINE.sub("", done.stdout)


def compare(program, engines, rounds, limit):
    """Medians (wall, inside) per engine, and what went wrong or None."""
    walls, insides, outputs = [[], []], [[], []], [None, None]
    problem = None
    for _ in range(rounds):
        for side, command in enumerate(engines):
            try:
                wall, inside, output = run_once(command, program, limit)
            except Failure as failure:
                return None, f"{shlex.join(command)}: {failure}"
            walls[side].append(wall)
            insides[side].append(inside)
            outputs[side] = output
    if outputs[0] != outputs[1]:
        problem = f"output differs: {outputs[0]!r} / {outputs[1]!r}"
    return [(statistics.median(walls[s]), statistics.median(insides[s])) for s in (0, 1)], problem


def geometric_mean(values):
    return math.exp(sum(math.log(v) for v in values) / len(values)) if values else float("nan")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", default="./jsj run", help="first engine (default: %(default)s)")
    parser.add_argument("--against", default="node --jitless", help="second engine (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--filter", default="", help="comma-separated parts of program names")
    parser.add_argument("--timeout", type=int, default=120, help="seconds per run")
    parser.add_argument("--markdown", metavar="FILE", help="also write the table there")
    options = parser.parse_args()

    engines = [shlex.split(options.engine), shlex.split(options.against)]
    parts = [part for part in options.filter.split(",") if part]
    names = sorted(name for name in os.listdir(PROGRAMS) if name.endswith(".js"))
    names = [name for name in names if not parts or any(part in name for part in parts)]

    header = ["program", options.engine, options.against, "ratio", "inside", "inside", "ratio"]
    rows, ratios, inside_ratios, failed = [], [], [], False
    for name in names:
        result, problem = compare(os.path.join(PROGRAMS, name), engines, options.rounds, options.timeout)
        if problem:
            failed = True
            print(f"{name}: {problem}", file=sys.stderr)
        if result is None:
            rows.append([name[:-3], "failed", "", "", "", "", ""])
            continue
        (wall_a, inside_a), (wall_b, inside_b) = result
        ratios.append(wall_a / wall_b)
        inside_ratios.append(max(inside_a, 1) / max(inside_b, 1))
        rows.append([name[:-3], f"{wall_a:.0f}", f"{wall_b:.0f}", f"{ratios[-1]:.2f}",
                     f"{inside_a:.0f}", f"{inside_b:.0f}", f"{inside_ratios[-1]:.2f}"])
        print("  ".join(f"{cell:>{16 if i == 0 else 9}}" for i, cell in enumerate(rows[-1])), flush=True)
    rows.append(["**geometric mean**", "", "", f"**{geometric_mean(ratios):.2f}**",
                 "", "", f"**{geometric_mean(inside_ratios):.2f}**"])

    table = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    table += ["| " + " | ".join(row) + " |" for row in rows]
    text = "\n".join(table) + "\n"
    print(f"\ngeometric mean of {len(ratios)} programs: {geometric_mean(ratios):.3f} "
          f"(inside: {geometric_mean(inside_ratios):.3f}), below 1 means {options.engine} is faster")
    if options.markdown:
        with open(options.markdown, "w") as file:
            file.write(text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
