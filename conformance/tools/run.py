#!/usr/bin/env python3
"""Runs command-line tools on the project beside this file under Node and under jsj and compares what they print and write.

run.py [--jsj COMMAND] [--diff LINES] [TOOL ...]

The tools are pinned in package.json and package-lock.json and installed by npm on first use. Each step runs in a copy of project/ of
the same path under both runtimes, after the steps before it. Compared are exit code, both outputs and every file of the project; times,
and stack frames of the runtime's and the tools' own JavaScript, are left out.
"""
import argparse
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TSC = "typescript/bin/tsc"
ESLINT = "eslint/bin/eslint.js"
PRETTIER = "prettier/bin/prettier.cjs"

# Tool, its program in node_modules, its arguments.
STEPS = [
    ("tsc", TSC, ["-p", "tsconfig.json", "--listEmittedFiles"]),
    ("tsc", TSC, ["-p", "tsconfig.commonjs.json"]),
    ("tsc", TSC, ["-p", "untidy/tsconfig.json", "--pretty"]),
    ("eslint", ESLINT, ["."]),
    ("eslint", ESLINT, ["--fix", "--format", "json", "untidy", "src"]),
    ("prettier", PRETTIER, ["--check", "."]),
    ("prettier", PRETTIER, ["--write", "."]),
    ("rollup", "rollup/dist/bin/rollup", ["-c"]),
    ("webpack", "webpack-cli/bin/cli.js", ["--no-color"]),
    ("mocha", "mocha/bin/mocha.js", ["test/**/*.spec.js"]),
    ("mocha", "mocha/bin/mocha.js", ["--parallel", "--reporter", "json", "test/money.spec.js", "test/report.spec.js"]),
    ("jest", "jest/bin/jest.js", ["--ci=false", "--color=false"]),
    ("jest", "jest/bin/jest.js", ["--ci", "--json", "--runInBand", "--coverage=false"]),
]

# What need not be the same: how long something took, when it was, and stack frames of the runtime's and the tools' own JavaScript.
UNIMPORTANT = [
    (re.compile(r"^ *at [^\n]*(?:node:internal/|/node_modules/|new Promise \()[^\n]*\n", re.MULTILINE), ""),
    (re.compile(r"\\n *at [^\\\n\"]*(?:node:internal/|/node_modules/|new Promise \()[^\\\n\"]*"), ""),
    (re.compile(r'("(?:duration|startTime|endTime|start|end|loadTestEnvironment\w+|setup\w+|runtime|perfStats)": ?)\d+'), r"\1N"),
    (re.compile(r'("(?:start|end)": ?)"\d{4}-[^"]*"'), r'\1"T"'),
    (re.compile(r',?\s*"speed": ?"\w+"'), ""),
    (re.compile(r", estimated \d+(?:\.\d+)? ?m?s"), ""),
    (re.compile(r" \(\d+(?:\.\d+)? ?m?s\)"), ""),
    (re.compile(r"\b\d+(?:\.\d+)? ?m?s\b"), "TIME"),
]


def install():
    if not os.path.isdir(os.path.join(HERE, "node_modules")):
        print("installing the tools ...", file=sys.stderr)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=HERE, check=True)


def comparable(text):
    for pattern, replacement in UNIMPORTANT:
        text = pattern.sub(replacement, text)
    return text


def files(folder):
    """Every file's text by its path, without node_modules and caches."""
    found = {}
    for directory, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("node_modules", "home")]
        for name in names:
            path = os.path.join(directory, name)
            with open(path, encoding="utf-8", errors="surrogateescape") as file:
                found[os.path.relpath(path, folder)] = comparable(file.read())
    return found


def run(command, step, folder, limit):
    """Exit code, standard output, error output and seconds."""
    _, program, arguments = step
    home = os.path.join(folder, "home")
    environment = {
        **os.environ, "TZ": "UTC", "FORCE_COLOR": "0", "NO_COLOR": "1", "COLUMNS": "120", "CI": "true", "HOME": home, "TMPDIR": home,
    }
    started = time.perf_counter()
    try:
        done = subprocess.run(
            [*command, os.path.join("node_modules", program), *arguments],
            cwd=folder, env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=limit,
        )
        code, out, err = done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired as expired:
        code, out, err = None, expired.stdout or b"", (expired.stderr or b"") + b"\ntime limit"
    seconds = time.perf_counter() - started
    return code, comparable(out.decode(errors="replace")), comparable(err.decode(errors="replace")), seconds


def difference(label, expected, found, lines):
    diff = list(difflib.unified_diff(expected.splitlines(), found.splitlines(), "node", "jsj", lineterm="", n=0))
    return [f"{label}:"] + [line[:220] for line in diff[:lines]]


def compare(expected, found, lines):
    (code, out, err, _, tree), (jsj_code, jsj_out, jsj_err, _, jsj_tree) = expected, found
    problems = []
    if code != jsj_code:
        problems.append(f"exit code {jsj_code}, Node's {code}")
    if out != jsj_out:
        problems += difference("standard output", out, jsj_out, lines)
    if err != jsj_err:
        problems += difference("error output", err, jsj_err, lines)
    for path in sorted(tree.keys() | jsj_tree.keys()):
        if path not in jsj_tree:
            problems.append(f"not written: {path}")
        elif path not in tree:
            problems.append(f"written by jsj only: {path}")
        elif tree[path] != jsj_tree[path]:
            problems += difference(path, tree[path], jsj_tree[path], lines)
    return problems


def run_steps(command, folder, wanted, limit):
    """What each wanted step did, from a fresh copy of the project; `folder` is gone afterwards."""
    shutil.copytree(os.path.join(HERE, "project"), folder)
    os.symlink(os.path.join(HERE, "node_modules"), os.path.join(folder, "node_modules"))
    os.mkdir(os.path.join(folder, "home"))
    results = {}
    for index, step in enumerate(STEPS):
        if step[0] in wanted or step[0] == "tsc":
            results[index] = (*run(command, step, folder, limit), files(folder))
    shutil.rmtree(folder)
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jsj", default=os.path.join(ROOT, "jsj") + " run")
    parser.add_argument("--node", default="node")
    parser.add_argument("--timeout", type=int, default=300)
    parser.add_argument("--diff", type=int, default=12, help="lines of a difference to show, and a third of those of a step")
    parser.add_argument("tools", nargs="*")
    options = parser.parse_args()
    install()
    wanted = options.tools or {step[0] for step in STEPS}
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, "tally")
        expected = run_steps(shlex.split(options.node), project, wanted, options.timeout)
        found = run_steps(shlex.split(options.jsj), project, wanted, options.timeout)
    passed = total = 0
    for index, (tool, _, arguments) in enumerate(STEPS):
        if tool not in wanted:
            continue
        problems = compare(expected[index], found[index], options.diff)
        total += 1
        passed += not problems
        seconds = f"{found[index][3]:7.1f} s  (node {expected[index][3]:.1f} s)"
        print(f"{'same' if not problems else 'DIFFERS':8} {tool:9} {' '.join(arguments):55} {seconds}")
        for problem in problems[: 3 * options.diff]:
            print("      " + problem)
    print(f"{passed} of {total} steps do under jsj what they do under Node")
    return 0 if passed == total else 1


if __name__ == "__main__":
    sys.exit(main())
