"""Turns the results of run.py into a Markdown page and an SVG chart."""
import json
import math
import os
import platform
import subprocess

COLORS = {"jsj": "#2a6fdb", "graaljs": "#d98324", "nashorn": "#7a9e3b", "rhino": "#9c5fb5"}


def geometric_mean(values):
    return math.exp(sum(math.log(v) for v in values) / len(values)) if values else None


def speeds(results, kind, engine, suite=None):
    """By program: the engine's speed as a share of Node's."""
    found = {}
    for row in results["rows"]:
        times = row["times"]
        if row["kind"] == kind and suite in (None, row["suite"]) and engine in times and "node" in times:
            found[row["name"]] = times["node"]["median"] / times[engine]["median"]
    return found


def cell(times):
    if times is None:
        return "does not run"
    return f"{times['median']:.0f} ({times['low']:.0f}-{times['high']:.0f})"


def table(results, kind, suite):
    engines = results["engines"]
    rows = [r for r in results["rows"] if r["kind"] == kind and r["suite"] == suite]
    if not rows:
        return ""
    lines = ["| program | " + " | ".join(f"{e}, ms" for e in engines) + " | "
             + " | ".join(f"{e}: speed" for e in engines if e != "node") + " |",
             "|---|" + "---:|" * (2 * len(engines) - 1)]
    for row in rows:
        ratios = []
        for engine in engines:
            if engine != "node":
                speed = speeds({"rows": [row]}, kind, engine).get(row["name"])
                ratios.append("" if speed is None else f"{speed:.2f}")
        lines.append(f"| {row['name']} | " + " | ".join(cell(row["times"].get(e)) for e in engines) + " | "
                     + " | ".join(ratios) + " |")
    means = []
    for engine in engines:
        if engine != "node":
            mean = geometric_mean(list(speeds(results, kind, engine, suite).values()))
            means.append("" if mean is None else f"**{mean:.3f}**")
    lines.append("| **geometric mean** |" + " |" * len(engines) + " " + " | ".join(means) + " |")
    return "\n".join(lines) + "\n"


TITLES = {
    ("cold", "programs"): "Cold: whole processes, first runs, 1 to 3 seconds of work on Node",
    ("warm", "programs"): "Warm: one run in a process, repeated until its times settle",
    ("cold", "npm"): "npm programs, whole processes",
    ("warm", "npm"): "npm programs, warm",
    ("startup", "startup"): "Start-up",
}


def machine():
    model = ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as info:
            model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), "")
    node = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    return f"{os.cpu_count()} cores{' of ' + model if model else ''}, {platform.system()}, Node {node}"


def write(results, folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "results.json"), "w") as file:
        json.dump(results, file, indent=1)
        file.write("\n")
    parts = ["# Benchmark results\n",
             f"Written by `{results['command']}` on {results['machine']}; load average {results['load']} before the run. "
             "Medians in milliseconds with the lowest and highest; a speed is Node's time divided by the engine's, so above 1 is "
             "faster than Node. `README.md` says how this is measured.\n",
             "![Speed relative to Node](results.svg)\n"]
    for (kind, suite), title in TITLES.items():
        text = table(results, kind, suite)
        if text:
            parts += [f"## {title}\n", text]
    with open(os.path.join(folder, "results.md"), "w") as file:
        file.write("\n".join(parts))
    with open(os.path.join(folder, "results.svg"), "w") as file:
        file.write(chart(results))


def chart(results):
    """Bars of the speed relative to Node, on a logarithmic scale from 0.01 to 4."""
    bars = []
    for kind, suite in TITLES:
        for row in results["rows"]:
            if row["kind"] == kind and row["suite"] == suite:
                found = [(e, s) for e in results["engines"] if e != "node"
                         for s in [speeds({"rows": [row]}, kind, e).get(row["name"])] if s is not None]
                if found:
                    bars.append((f"{row['name']} ({kind})", found))
    left, width, line = 190, 560, 13
    low, high = math.log(0.01), math.log(4)

    def x(speed):
        return left + width * (math.log(min(max(speed, 0.01), 4)) - low) / (high - low)

    height = 40 + sum(line * len(found) + 5 for _, found in bars)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 60}" height="{height}" '
           'font-family="sans-serif" font-size="11">',
           f'<rect width="100%" height="100%" fill="white"/>']
    for tick in (0.01, 0.03, 0.1, 0.25, 0.5, 1, 2, 4):
        color = "#333" if tick == 1 else "#ddd"
        out.append(f'<line x1="{x(tick):.1f}" y1="24" x2="{x(tick):.1f}" y2="{height}" stroke="{color}"/>'
                   f'<text x="{x(tick):.1f}" y="18" text-anchor="middle">{tick}x</text>')
    y = 30
    for label, found in bars:
        out.append(f'<text x="{left - 6}" y="{y + line * len(found) / 2 + 4:.1f}" text-anchor="end">{label}</text>')
        for engine, speed in found:
            out.append(f'<rect x="{left}" y="{y}" width="{max(1, x(speed) - left):.1f}" height="{line - 2}" '
                       f'fill="{COLORS.get(engine, "#888")}"><title>{engine} {speed:.3f}</title></rect>'
                       f'<text x="{x(speed) + 4:.1f}" y="{y + line - 4}">{speed:.2f}</text>')
            y += line
        y += 5
    for i, engine in enumerate(e for e in results["engines"] if e != "node"):
        out.append(f'<rect x="{4 + 70 * i}" y="6" width="10" height="10" fill="{COLORS.get(engine, "#888")}"/>'
                   f'<text x="{18 + 70 * i}" y="15">{engine}</text>')
    return "\n".join(out + ["</svg>"]) + "\n"
