#!/usr/bin/env python3
"""Shows that a server's heap stays as it is: a million requests, then 10,000 connections opened and closed.

memory.py [--jsj COMMAND] [--requests N] [--connections N] [--rounds N]

The used heap after a collection is asked of the server itself (heap.js) after a warm-up and after each part. The parts run several times:
what grows from round to round is a leak, what grows once is a cache. Exit code 1 when the last figure is more than a megabyte above the
one after the warm-up.
"""
import argparse
import os
import shlex
import socket
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"
BATCH = 20
CLIENTS = 4
ALLOWED = 1 << 20


def read_until(connection, end):
    data = b""
    while not data.endswith(end):
        piece = connection.recv(65536)
        if not piece:
            raise OSError("the server closed the connection")
        data += piece
    return data


class Server:
    def __init__(self, command):
        self.process = subprocess.Popen(command + ["--expose-gc", os.path.join(HERE, "heap.js")], stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().split()[1])

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def heap(self):
        with self.connect() as connection:
            connection.sendall(b"GET /heap HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            data = b""
            while piece := connection.recv(65536):
                data += piece
        return int(data.rpartition(b"\r\n")[2])

    def in_clients(self, work, count):
        threads = [threading.Thread(target=work, args=(count // CLIENTS,)) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def requests(self, count):
        """Pipelined on one connection, so that this client keeps up."""
        with self.connect() as connection:
            for _ in range(count // BATCH):
                connection.sendall(GET * BATCH)
                answered = 0
                while answered < BATCH:  # an answer has one "!", its last byte
                    answered += connection.recv(1 << 20).count(b"!")

    def connections(self, count):
        """Some answered, some with a body, some closed in the middle of a request, some reset."""
        for i in range(count):
            connection = self.connect()
            if i % 8 == 7:
                connection.sendall(POST[:-2])
            elif i % 8 == 6:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                connection.sendall(GET)
            elif i % 8 == 5:
                connection.sendall(POST)
                read_until(connection, b"\r\n\r\n5")
            elif i % 8 < 5:
                connection.sendall(GET)
                read_until(connection, b"localhost!")
            connection.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jsj", default=os.path.join(HERE, "..", "..", "jsj") + " run")
    parser.add_argument("--requests", type=int, default=1_000_000)
    parser.add_argument("--connections", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    server = Server(shlex.split(options.jsj))
    try:
        server.in_clients(server.requests, options.requests // 5)
        server.in_clients(server.connections, options.connections // 5)
        time.sleep(6)  # what waits for a timer of a connection goes too
        before = now = server.heap()
        print(f"after the warm-up {before / 1e6:.2f} MB", flush=True)
        for _ in range(options.rounds):
            for name in ("requests", "connections"):
                started = time.perf_counter()
                server.in_clients(getattr(server, name), getattr(options, name))
                seconds = time.perf_counter() - started
                time.sleep(6)
                now = server.heap()
                print(f"after {getattr(options, name)} {name} {now / 1e6:.2f} MB ({seconds:.0f} s)", flush=True)
        sys.exit(1 if now - before > ALLOWED else 0)
    finally:
        server.process.kill()


if __name__ == "__main__":
    main()
