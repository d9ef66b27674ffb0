#!/usr/bin/env python3
"""Compares what slow, broken and hostile clients get from a server under Node and under jsj, byte for byte but for dates.

hostile.py [--jsj COMMAND] [--filter TEXT] [--verbose]

Each case is a conversation: pieces to send, pauses, ends. Compared are the bytes that come back, whether the connection ends, is reset or
stays open, and the events the program saw (hostile.js notes them). Cases that jsj refuses and Node does not are listed in
hostile_cases.py: these must be refused. Exit code 1 when something differs.
"""
import argparse
import concurrent.futures
import json
import os
import re
import shlex
import socket
import struct
import subprocess
import sys
import time

import hostile_cases

HERE = os.path.dirname(os.path.abspath(__file__))
DATE = re.compile(rb"Date: [^\r]*\r\n")


class Server:
    def __init__(self, name, command, options):
        self.name = name
        self.process = subprocess.Popen(command + [os.path.join(HERE, "hostile.js"), json.dumps(options)], stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening "):
            sys.exit(f"{name}: {line}{self.process.stdout.read()}")
        self.port = int(line.split()[1])

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def warm_up(self):
        """A cold server on a busy machine would miss the times of the cases."""
        for _ in range(100):
            with self.connect() as connection:
                connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello")
                while connection.recv(65536):
                    pass

    def log(self, port):
        with self.connect() as connection:
            connection.sendall(f"GET /log/{port} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            data = b""
            while piece := connection.recv(65536):
                data += piece
        return json.loads(data.partition(b"\r\n\r\n")[2])

    def stop(self):
        self.process.kill()
        self.process.wait()


def read(connection, seconds):
    """What comes until the end, a reset or a silence of some seconds; and which of these it was."""
    connection.settimeout(seconds)
    data = []
    try:
        while piece := connection.recv(1 << 20):
            data.append(piece)
        return b"".join(data), "end"
    except socket.timeout:
        return b"".join(data), "open"
    except OSError as error:
        return b"".join(data), error.strerror


def shortened(data):
    data = DATE.sub(b"Date: then\r\n", data)
    text = data.decode("latin1")
    return text if len(text) < 4000 else f"{text[:1500]}...{text[-500:]} ({len(text)} bytes)"


def converse(server, case):
    connection = server.connect()
    port = connection.getsockname()[1]
    got, state = b"", "open"
    try:
        for step in case["steps"]:
            if isinstance(step, bytes):
                connection.sendall(step)
            elif step == "end":
                connection.shutdown(socket.SHUT_WR)
            elif step == "reset":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()
                break
            elif isinstance(step, tuple):  # ("read", seconds)
                more, state = read(connection, step[1])
                got += more
            else:
                time.sleep(step)
    except OSError as error:
        state = f"could not send: {error.strerror}"
    if connection.fileno() >= 0:
        more, state_now = read(connection, case.get("silence", 0.7))
        got += more
        state = state if state.startswith("could") else state_now
        connection.close()
    time.sleep(0.3)
    return shortened(got), state, server.log(port)


def compare(case, servers):
    answers = [converse(server, case) for server in servers]
    problems = []
    if case.get("stricter"):
        if not re.match(r"HTTP/1.1 4|.*\r\n\r\nHTTP/1.1 4", answers[1][0], re.DOTALL) or answers[1][1] != "end":
            problems.append(f"not refused\n{answers[1]}")
        return case["name"], problems, answers
    for what, expected, found in zip(("bytes", "state", "events"), *answers):
        if expected != found and what not in case.get("loose", ()):
            problems.append(f"{what}\n--- {servers[0].name}\n{expected}\n--- {servers[1].name}\n{found}")
    return case["name"], problems, answers


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jsj", default=os.path.join(HERE, "..", "..", "jsj") + " run")
    parser.add_argument("--filter", default="")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    failed = total = 0
    for group, server_options, cases in hostile_cases.groups():
        cases = [case for case in cases if options.filter in f"{group}: {case['name']}"]
        if not cases:
            continue
        servers = [Server("node", ["node"], server_options), Server("jsj", shlex.split(options.jsj), server_options)]
        different = 0
        try:
            for server in servers:
                server.warm_up()
            with concurrent.futures.ThreadPoolExecutor(16) as pool:
                for name, problems, answers in pool.map(lambda case: compare(case, servers), cases):
                    different += bool(problems)
                    if options.verbose:
                        print(f"{group}: {name}\n  {answers[0]}", flush=True)
                    for problem in problems:
                        print(f"{group}: {name}: {problem}".replace("\n", "\n  "), flush=True)
        finally:
            for server in servers:
                server.stop()
        print(f"{group}: {len(cases) - different} of {len(cases)} same", flush=True)
        failed += different
        total += len(cases)
    print(f"{total - failed} of {total} same")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
