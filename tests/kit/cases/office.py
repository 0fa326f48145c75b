"""A LibreOffice that listens, in which tests write as people do. Needs `soffice` and its Python."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "uno_edits.py"
PYTHON = "/usr/bin/python3"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The port of a LibreOffice that listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    profile = (tmp_path_factory.mktemp("profil")).as_uri()
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    program = shutil.which("soffice")
    assert program
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", accept]
    with subprocess.Popen(command, start_new_session=True) as process:
        yield port
        process.terminate()
        time.sleep(1)
        process.kill()
