"""A small client of the YAML language server: what an editor says to it, and what it answers."""

import contextlib
import itertools
import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

VARIABLE, COMMAND = "TILTAK_YAML_LANGUAGE_SERVER", "yaml-language-server"
PATIENCE = 120
EDITOR = {
    "workspace": {"configuration": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {
            "completionItem": {
                "snippetSupport": True,
                "documentationFormat": ["markdown", "plaintext"],
            }
        },
    },
}


class Said(NamedTuple):
    """What the editor underlines, with the line and columns counted from 1, and what it says."""

    line: int
    column: int
    end_column: int
    message: str


def command() -> list[str]:
    """The installed server, or a failure that says how to get it."""
    found = os.environ.get(VARIABLE) or shutil.which(COMMAND)
    if not found:
        pytest.fail(f"install {COMMAND} (npm) on PATH, or set {VARIABLE} to it: see .ci/run")
    return [found, "--stdio"]


class LanguageServer:
    """A running server. Documents are opened in a folder, where the schema may lie as a file."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self.folder, self.settings = folder, settings
        self.numbers = itertools.count(1)
        self.inbox: queue.Queue[dict[str, Any]] = queue.Queue()
        self.process = subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._receive, daemon=True).start()
        about = {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": EDITOR}
        self.ask("initialize", {**about, "locale": "nb"})
        self.tell("initialized", {})
        self.wait_for("workspace/configuration")

    def close(self) -> None:
        """End as the protocol says."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                self.process.wait(PATIENCE)
                stream.close()

    def open(self, text: str) -> str:
        """Open a text as a new document, and say what to call it."""
        uri = (self.folder / f"{next(self.numbers)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def said_of(self, text: str) -> list[Said]:
        """What is underlined in a text, in order."""
        uri = self.open(text)
        while (told := self.wait_for("textDocument/publishDiagnostics"))["uri"] != uri:
            pass
        return sorted(
            Said(start["line"] + 1, start["character"] + 1, end["character"] + 1, each["message"])
            for each in told["diagnostics"]
            for start, end in [(each["range"]["start"], each["range"]["end"])]
        )

    def completions(self, text: str) -> dict[str, str]:
        """What is offered where «‸» stands in a text, each with its explanation."""
        items = self._at(text, "completion")["items"]
        return {item["label"]: _plain(item.get("documentation", "")) for item in items}

    def hover(self, text: str) -> str:
        """What is shown when the pointer rests where «‸» stands in a text."""
        return _plain(self._at(text, "hover")["contents"])

    def _at(self, text: str, what: str) -> Any:
        before = text[: text.index("‸")]
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        uri = self.open(text.replace("‸", ""))
        return self.ask(f"textDocument/{what}", {"textDocument": {"uri": uri}, "position": place})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send what needs no answer."""
        self._send({"method": method, "params": params})

    def wait_for(self, method: str) -> Any:
        """Answer what is asked meanwhile, until the server says something of a kind."""
        while (message := self._next()).get("method") != method:
            pass
        return message["params"]

    def _next(self) -> dict[str, Any]:
        message = self.inbox.get(timeout=PATIENCE)
        if "method" in message and "id" in message:
            asked = message["params"].get("items", [])
            answer = [self.settings.get(item["section"], {}) for item in asked]
            self._send({"id": message["id"], "result": answer})
        return message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> None:
        stream = self.process.stdout
        assert stream
        with contextlib.suppress(ValueError):  # closed
            while header := stream.readline():
                length = int(header.removeprefix(b"Content-Length:"))
                while stream.readline().strip():
                    pass
                self.inbox.put(json.loads(stream.read(length)))


def _plain(documentation: Any) -> str:
    return str(documentation["value"] if isinstance(documentation, dict) else documentation)


@contextlib.contextmanager
def running(folder: Path, settings: dict[str, Any]) -> Iterator[LanguageServer]:
    """A server for as long as it is needed."""
    server = LanguageServer(folder, settings)
    try:
        yield server
    finally:
        server.close()
