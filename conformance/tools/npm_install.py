#!/usr/bin/env python3
"""Installs packages with npm's own npm-cli.js under Node and under jsj and compares the trees; then starts the installed Express.

npm_install.py [--jsj COMMAND] [--npm PATH] [PACKAGE ...]

Each run begins in an empty folder of the same name with an empty cache. Compared are every file's path, kind, permissions and
content below the folder, package.json and package-lock.json included, and npm's exit code and output. PACKAGE is `express` unless given; only
with Express among the packages a server is started, under jsj, and asked.
"""
import argparse
import hashlib
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SERVER = """
const app = require('express')();
app.get('/users/:id', (request, response) => response.json({ id: request.params.id, query: request.query }));
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
"""


def npm_cli():
    """npm-cli.js beside the `npm` on the PATH."""
    root = subprocess.run(["npm", "root", "--global"], capture_output=True, text=True, check=True).stdout.strip()
    return os.path.join(root, "npm", "bin", "npm-cli.js")


def tree(folder):
    """What is at each path: a link's target, a folder, or a file's permissions and hash."""
    found = {}
    for directory, folders, names in os.walk(folder):
        for name in folders + names:
            path = os.path.join(directory, name)
            mode = os.lstat(path).st_mode
            if stat.S_ISLNK(mode):
                what = "link to " + os.readlink(path)
            elif stat.S_ISDIR(mode):
                what = "folder"
            else:
                with open(path, "rb") as file:
                    what = f"file {mode & 0o777:o} {hashlib.sha256(file.read()).hexdigest()}"
            found[os.path.relpath(path, folder)] = what
    return found


def install(command, cli, packages, temporary, limit):
    """Installs into temporary/project. Exit code, npm's output without the time, the tree, seconds."""
    project = os.path.join(temporary, "project")
    cache = os.path.join(temporary, "cache")
    for folder in (project, cache):
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
    options = ["--cache", cache, "--no-audit", "--no-fund", "--no-update-notifier"]
    started = time.perf_counter()
    done = subprocess.run(
        [*command, cli, "install", *packages, *options], cwd=project, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=limit
    )
    seconds = time.perf_counter() - started
    output = re.sub(r" in \d+m?s?$", "", done.stdout + done.stderr, flags=re.MULTILINE)
    return done.returncode, output, tree(project), seconds


def differences(node, jsj):
    (code, output, files, _), (jsj_code, jsj_output, jsj_files, _) = node, jsj
    if code != jsj_code:
        yield f"exit code {jsj_code}, Node's {code}"
    if output != jsj_output:
        yield f"output: {jsj_output!r}, Node's: {output!r}"
    for path in sorted(files.keys() | jsj_files.keys()):
        if files.get(path) != jsj_files.get(path):
            yield f"{path}: {jsj_files.get(path, 'missing')}, Node's: {files.get(path, 'missing')}"


def ask_express(command, project):
    """What is wrong with the answers of an Express installed in `project`, if anything."""
    with open(os.path.join(project, "server.js"), "w", encoding="utf-8") as file:
        file.write(SERVER)
    server = subprocess.Popen([*command, "server.js"], cwd=project, stdout=subprocess.PIPE, text=True)
    try:
        address = f"http://127.0.0.1:{int(server.stdout.readline())}"
        with urllib.request.urlopen(address + "/users/7?a=b", timeout=30) as answer:
            found = answer.status, answer.headers["X-Powered-By"], answer.read().decode()
        if found != (200, "Express", '{"id":"7","query":{"a":"b"}}'):
            return f"Express answers {found}"
        try:
            urllib.request.urlopen(address + "/missing", timeout=30)
            return "Express answers /missing"
        except urllib.error.HTTPError as error:
            return None if error.code == 404 else f"/missing: {error.code}"
    except (ValueError, OSError) as error:
        return f"Express does not answer: {error}"
    finally:
        server.kill()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jsj", default=os.path.join(ROOT, "jsj") + " run")
    parser.add_argument("--node", default="node")
    parser.add_argument("--npm", help="npm-cli.js; npm's on the PATH by default")
    parser.add_argument("--timeout", type=int, default=300)
    parser.add_argument("packages", nargs="*", default=["express"])
    options = parser.parse_args()
    cli = options.npm or npm_cli()
    jsj = shlex.split(options.jsj)
    with tempfile.TemporaryDirectory() as temporary:
        node_run = install(shlex.split(options.node), cli, options.packages, temporary, options.timeout)
        if node_run[0] != 0:
            sys.exit(f"fails in Node itself: {node_run[1]}")
        jsj_run = install(jsj, cli, options.packages, temporary, options.timeout)
        problems = list(differences(node_run, jsj_run))
        if "express" in options.packages:
            problem = ask_express(jsj, os.path.join(temporary, "project"))
            problems += [problem] if problem else []
    for problem in problems[:40]:
        print("  " + problem)
    print(f"{len(node_run[2])} paths, {len(problems)} differences; {jsj_run[3]:.1f} s (node {node_run[3]:.1f} s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
