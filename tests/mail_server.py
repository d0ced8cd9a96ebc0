"""A mail server of the tests' own: real SMTP on a real socket, kept to what a client needs (RFC 5321)."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class MailServer:
    """What arrived, and whether anything is taken at all."""

    port: int = 0
    #: Each letter as it came over the wire, with whom it was for.
    letters: list[tuple[list[str], str]] = field(default_factory=list)
    is_refusing: bool = False


class _Talk(socketserver.StreamRequestHandler):
    """One conversation."""

    def handle(self) -> None:
        """Answer commands until the client leaves."""
        box: MailServer = self.server.box  # type: ignore[attr-defined]
        recipients: list[str] = []
        self._say("220 mail.test ready")
        while line := self.rfile.readline().decode().strip():
            command = line.upper()
            if command.startswith("RCPT TO:"):
                recipients.append(line[8:].strip().strip("<>"))
                self._say("451 come back later" if box.is_refusing else "250 ok")
            elif command == "DATA":
                self._say("354 go on")
                box.letters.append((recipients, self._read_letter()))
                self._say("250 taken")
            elif command == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _read_letter(self) -> str:
        lines: list[str] = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line.removeprefix("."))
        return "\n".join(lines)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a mail server on a port of its own."""
    box = MailServer()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.box = box  # type: ignore[attr-defined]
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield box
        server.shutdown()
        thread.join()
