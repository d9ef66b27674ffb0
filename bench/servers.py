#!/usr/bin/env python3
"""Compares HTTP servers under jsj and under Node: requests per second, and how long the slowest requests take.

    bench/servers.py                      everything, about 5 minutes; writes docs/performance/servers.md
    bench/servers.py --filter hello --seconds 5 --no-report

Needs wrk (a package of Debian, and of Homebrew). Each server of bench/servers is started under both, both are warmed up, then they
take turns: in each round wrk loads one and then the other. Figures are medians of the rounds. Express is installed on first use.
"""
import argparse
import os
import re
import shlex
import signal
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
FOLDER = os.path.join(HERE, "servers")
REPORT = os.path.join(ROOT, "docs", "performance", "servers.md")
UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}

# Name, program, path.
LOADS = [
    ("hello", "hello.js", "/"),
    ("express", "express.js", "/"),
    ("express-json", "express.js", "/users/7?fields=all"),
]


class Server:
    def __init__(self, name, command, program, modules):
        self.name = name
        environment = {**os.environ, "NODE_ENV": "production", "NODE_PATH": modules}
        self.process = subprocess.Popen(command + [os.path.join(FOLDER, program)], stdout=subprocess.PIPE, text=True, env=environment)
        line = self.process.stdout.readline()
        if not line.startswith("listening "):
            sys.exit(f"{name} {program} did not start: {line}")
        self.port = line.split()[1]

    def load(self, path, connections, seconds):
        """Requests per second and latencies in milliseconds, by percentile."""
        done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", f"http://127.0.0.1:{self.port}{path}"],
                              capture_output=True, text=True, check=True)
        if re.search(r"Non-2xx|Socket errors", done.stdout):
            sys.exit(f"{self.name}: wrk saw errors\n{done.stdout}")
        figures = {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])}
        for percent in (50, 90, 99):
            number, unit = re.search(rf"^\s+{percent}%\s+([\d.]+)(us|ms|s|m)$", done.stdout, re.MULTILINE).groups()
            figures[f"p{percent}"] = float(number) * UNITS[unit]
        number, unit = re.search(r"Latency\s+\S+\s+\S+?\s+([\d.]+)(us|ms|s|m)\s", done.stdout).groups()
        figures["max"] = float(number) * UNITS[unit]
        return figures

    def memory(self):
        """Resident megabytes."""
        done = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True, text=True)
        return int(done.stdout) / 1024

    def pause(self):
        """While the other server is measured: a JVM's compiler threads would go on."""
        self.process.send_signal(signal.SIGSTOP)

    def resume(self):
        self.process.send_signal(signal.SIGCONT)

    def stop(self):
        self.resume()
        self.process.kill()
        self.process.wait()


def measure(options, name, program, path):
    engines = {"node": shlex.split(options.node), "jsj": shlex.split(options.jsj)}
    servers = [Server(engine, command, program, options.modules) for engine, command in engines.items()]
    figures = {server.name: [] for server in servers}
    try:
        for server in servers:
            server.pause()
        for round_number in range(-1, options.rounds):
            for server in servers:
                server.resume()
                if round_number < 0:
                    server.load(path, options.connections, options.warm_up)
                else:
                    figures[server.name].append(server.load(path, options.connections, options.seconds))
                server.pause()
        result = {}
        for server in servers:
            rounds = figures[server.name]
            result[server.name] = {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}
            result[server.name]["memory"] = server.memory()
            row = result[server.name]
            print(f"{name:14} {server.name:5} {row['rate']:8.0f} req/s  p50 {row['p50']:6.2f}  p90 {row['p90']:6.2f}"
                  f"  p99 {row['p99']:6.2f}  max {row['max']:6.1f} ms  {row['memory']:4.0f} MB", flush=True)
            print("               rounds: " + ", ".join(f"{one['rate']:.0f} ({one['p99']:.2f})" for one in rounds), flush=True)
        node, jsj = result["node"], result["jsj"]
        print(f"{name:14} rate {jsj['rate'] / node['rate']:.2f} of Node's, p99 {jsj['p99'] / node['p99']:.2f} of Node's", flush=True)
        return result
    finally:
        for server in servers:
            server.stop()


def rows(name, result):
    for engine, row in result.items():
        other = result["node"]
        rate, p99 = ("", "") if engine == "node" else (f"{row['rate'] / other['rate']:.2f}x", f"{row['p99'] / other['p99']:.2f}x")
        yield (f"| {name} | {engine} | {row['rate']:.0f} | {rate} | {row['p50']:.2f} | {row['p90']:.2f} | {row['p99']:.2f} |"
               f" {p99} | {row['max']:.0f} | {row['memory']:.0f} |")


def write_report(results, options):
    """Replaces the table of servers.md; the rows of loads that were not measured now stay."""
    text = open(REPORT).read() if os.path.exists(REPORT) else ""
    table, _, rest = text.partition("<!-- end servers -->\n")
    lines = [
        "# Servers",
        "",
        f"`bench/servers.py`: `wrk -t1 -c{options.connections}` on a machine of {os.cpu_count()} cores, which wrk and the server share; after"
        f" {options.warm_up} s of",
        f"warm-up for both, medians of {options.rounds} rounds of {options.seconds} s in which they take turns. Latencies in milliseconds; MB is"
        " resident memory.",
        "",
        "| Server | | requests/s | | p50 | p90 | p99 | | most | MB |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, _, _ in LOADS:
        if name in results:
            lines.extend(rows(name, results[name]))
        else:
            lines.extend(line for line in table.splitlines() if line.startswith(f"| {name} |"))
    with open(REPORT, "w") as file:
        file.write("\n".join(lines) + "\n<!-- end servers -->\n" + rest)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--node", default="node", help="default: %(default)s")
    parser.add_argument("--jsj", default=os.path.join(ROOT, "jsj") + " run", help="default: ./jsj run")
    parser.add_argument("--filter", default="", help="only loads whose name contains one of these, comma separated")
    parser.add_argument("--connections", type=int, default=50, help="default: %(default)s")
    parser.add_argument("--warm-up", type=int, default=20, help="seconds for each server; default: %(default)s")
    parser.add_argument("--seconds", type=int, default=8, help="of a round; default: %(default)s")
    parser.add_argument("--rounds", type=int, default=3, help="default: %(default)s")
    parser.add_argument("--modules", default=os.path.join(FOLDER, "node_modules"), help="where express is installed")
    parser.add_argument("--no-report", action="store_true")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing (apt install wrk, brew install wrk)")
    if not os.path.exists(options.modules):
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=FOLDER, check=True)
    wanted = options.filter.split(",")
    results = {}
    for name, program, path in LOADS:
        if any(part in name for part in wanted):
            results[name] = measure(options, name, program, path)
    if not options.no_report and results:
        write_report(results, options)


if __name__ == "__main__":
    main()
