#!/usr/bin/env python3
"""Starts each server of this folder under Node and under jsj and compares what they answer.

run.py [--jsj COMMAND] [--modules FOLDER] [name...]

FOLDER holds the node_modules of package.json (`npm install` there once); this folder is the default. Compared are status, reason,
headers but Date and ETags that depend on a file's time, and bodies; for WebSockets and socket.io what a client prints, each client
under both runtimes against each server.
"""
import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
JSON = "Content-Type: application/json\r\n"
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"


def request(method, path, headers="", body=""):
    length = f"Content-Length: {len(body)}\r\n" if body else ""
    return f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}{length}\r\n{body}"


def get(path, headers=""):
    return request("GET", path, headers)


MALFORMED = [
    "GARBAGE\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\nA: " + "b" * 17000 + "\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
]
COMMON = [get("/"), get("/missing"), request("HEAD", "/"), request("OPTIONS", "/"), *MALFORMED]
JSON_POST = request("POST", "/json?a=1&b=%20", JSON, '{"a":[1,2]}')
SERVERS = {
    "node.js": [JSON_POST, get("/stream")],
    "express.js": [
        JSON_POST, request("POST", "/json", JSON, "{bad"), request("POST", "/form", FORM, "a=1&b[c]=2"), get("/users/7?x=1&y=2"),
        get("/redirect"), get("/cookie"), get("/format", "Accept: application/json\r\n"), get("/empty"), get("/buffer"), get("/throw"),
        get("/async"), get("/router/deep/er"), get("/router/deep"), get("/static/package.json"), get("/static/../x"),
        get("/static/package.json", "Range: bytes=0-9\r\n"), request("DELETE", "/users/7"), get("/users/%zz"),
    ],
    "fastify.js": [
        get("/text"), get("/users/7?q=x"), get("/users/seven"), JSON_POST, request("POST", "/json", JSON, "{bad"), get("/stream"),
        get("/throw"), get("/scope/deep"), request("POST", "/json", "Content-Type: text/odd\r\n", "x"),
    ],
    "koa.js": [get("/json?a=1"), get("/stream"), get("/redirect"), get("/throw"), get("/crash")],
    "hono.mjs": [get("/users/7?q=x"), JSON_POST, get("/redirect"), get("/throw")],
    "rou3.mjs": [get("/users/7"), get("/files/a/b/c")],
    "ws.js": [],
    "socket.io.js": [get("/socket.io/?EIO=3&transport=polling"), get("/socket.io/?transport=odd")],
}
CLIENTS = {"ws.js": "ws-client.js", "socket.io.js": "socket.io-client.js"}


def answer(port, text):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(text.encode("latin1"))
        data = b""
        try:
            while piece := connection.recv(65536):
                data += piece
        except OSError as error:
            data += f"<{error.strerror}>".encode()
    return comparable(data.decode("latin1"))


def comparable(text):
    head, _, body = text.partition("\r\n\r\n")
    lines = [line for line in head.split("\r\n") if not line.lower().startswith(("date:", "etag: w/", "last-modified:"))]
    return "\n".join(lines) + "\n\n" + body


class Server:
    def __init__(self, command, folder, name):
        self.process = subprocess.Popen([*command, name], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening "):
            rest = self.process.stdout.read()
            raise RuntimeError(line + rest)
        self.port = int(line.split()[1])

    def stop(self):
        self.process.kill()
        self.process.wait()


def client_output(command, folder, name, port):
    done = subprocess.run([*command, name, str(port)], cwd=folder, capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr


def compare(name, node, jsj, folder):
    problems = []
    servers = []
    try:
        for command in (node, jsj):
            servers.append(Server(command, folder, name))
        for text in COMMON + SERVERS[name]:
            expected, found = (answer(server.port, text) for server in servers)
            if expected != found:
                problems.append(f"{text[:70]!r}\n--- node\n{expected[:700]}\n--- jsj\n{found[:700]}")
        client = CLIENTS.get(name)
        if client:
            expected = client_output(node, folder, client, servers[0].port)
            pairs = {"jsj server": (node, servers[1]), "jsj client": (jsj, servers[0]), "jsj both": (jsj, servers[1])}
            for label, (command, server) in pairs.items():
                found = client_output(command, folder, client, server.port)
                if expected != found:
                    problems.append(f"{label}\n--- node\n{expected[:700]}\n--- found\n{found[:1500]}")
    except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
        problems.append(str(error)[:2500])
    finally:
        for server in servers:
            server.stop()
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jsj", default=os.path.join(HERE, "..", "..", "jsj") + " run")
    parser.add_argument("--modules", default=HERE)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in [*SERVERS, *CLIENTS.values(), "package.json"]:
            shutil.copy(os.path.join(HERE, name), folder)
        os.symlink(os.path.join(os.path.abspath(options.modules), "node_modules"), os.path.join(folder, "node_modules"))
        for name in options.names or SERVERS:
            problems = compare(name, ["node"], options.jsj.split(), folder)
            count = len(COMMON) + len(SERVERS[name]) + (3 if name in CLIENTS else 0)
            print(f"{name}: {count - len(problems)} of {count} same" if not problems else f"{name}: DIFFERS", flush=True)
            for problem in problems:
                print(f"  {problem}".replace("\n", "\n  "), flush=True)
            failed += bool(problems)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
