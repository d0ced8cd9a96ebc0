"""Tiny servers with one bug each, and an honest one, to prove that the crash harness finds bugs.

Run as `python planted.py BUG`; the folder and the port come from the environment, as for the real server.
"""

import json
import os
import secrets
import sqlite3
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HONEST = "honest"
ANSWER_BEFORE_COMMIT = "answer-before-commit"
LOOK_THEN_WRITE = "look-then-write"
KEY_IN_SECOND_TRANSACTION = "key-in-second-transaction"
#: Honest but for `synchronous=NORMAL`: survives kill -9, and not a power cut.
NOT_FLUSHED = "not-flushed"


class Planted:
    """Decisions by key, with a bug."""

    def __init__(self, path: str, bug: str) -> None:
        """Open the database."""
        self._bug = bug
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute(f"PRAGMA synchronous={'NORMAL' if bug == NOT_FLUSHED else 'FULL'}")
        self._connection.execute("CREATE TABLE IF NOT EXISTS decision (position INTEGER PRIMARY KEY, id TEXT)")
        self._connection.execute("CREATE TABLE IF NOT EXISTS key (key TEXT, decision TEXT)")

    def decide(self, key: str) -> str:
        """Return the decision of a key; a new one where it has none."""
        if self._bug == LOOK_THEN_WRITE:
            with self._lock:
                found = self._find(key)
            time.sleep(0.002)  # another twin looks, too
            if found:
                return found
            with self._lock:
                return self._write(key)
        with self._lock:
            return self._find(key) or self._write(key)

    def feed(self, after: int) -> list[dict[str, object]]:
        """Return decisions in order."""
        with self._lock:
            query = "SELECT position, id FROM decision WHERE position > ? ORDER BY position LIMIT 500"
            rows = self._connection.execute(query, (after,)).fetchall()
        return [{"position": position, "decision_id": id} for position, id in rows]

    def _find(self, key: str) -> str | None:
        row = self._connection.execute("SELECT decision FROM key WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def _write(self, key: str) -> str:
        id, execute = "d_" + secrets.token_hex(8), self._connection.execute
        is_first = not self._connection.in_transaction
        if is_first:
            execute("BEGIN IMMEDIATE")
        execute("INSERT INTO decision (id) VALUES (?)", (id,))
        if self._bug == KEY_IN_SECOND_TRANSACTION:
            execute("COMMIT")
            time.sleep(0.01)
            execute("BEGIN IMMEDIATE")
        execute("INSERT INTO key VALUES (?, ?)", (key, id))
        if self._bug == ANSWER_BEFORE_COMMIT:
            if is_first:  # the others are answered long before the one commit for all of them
                threading.Timer(0.2, self._commit).start()
        else:
            execute("COMMIT")
        return id

    def _commit(self) -> None:
        with self._lock:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")


def handler_of(planted: Planted) -> type[BaseHTTPRequestHandler]:
    """Return a handler that speaks as much of the API as the harness asks for."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            key = self.headers.get("Idempotency-Key") or body["comment"]["id"]
            self._answer({"decision_id": planted.decide(key)})

        def do_GET(self) -> None:
            after = self.path.partition("after=")[2].partition("&")[0]
            self._answer({"decisions": planted.feed(int(after or 0))})

        def log_message(self, format: str, *args: object) -> None:
            pass

        def _answer(self, value: object) -> None:
            content = json.dumps(value).encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
            self.wfile.write(head.encode() + content)
            self.close_connection = True

    return Handler


if __name__ == "__main__":
    path = os.environ["MODERATION_DATABASE_URL"].removeprefix("sqlite:///")
    address = ("127.0.0.1", int(os.environ["MODERATION_PORT"]))
    ThreadingHTTPServer.request_queue_size = 128
    ThreadingHTTPServer(address, handler_of(Planted(path, sys.argv[1]))).serve_forever()
