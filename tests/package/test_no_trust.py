"""Nothing contributed is trusted: no address is asked for, no file outside the package is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from case_files import Case, cases, lay_out
from cities import DEMO_CITY
from paths import CONFIG, PROJECT

from generator.package import files

REMOTE_ROWS = (40, 41, 43, 44, 45)
FENCE = """
import sys
ASKED = {
    "socket.connect", "socket.connect_ex", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "socket.getnameinfo", "socket.sendto", "socket.sendmsg", "urllib.Request",
    "http.client.connect", "ftplib.connect", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn",
}
marker, *arguments = sys.argv[1:]
def fence(event, details):
    fonts = event == "subprocess.Popen" and str(details[0]).endswith("fc-list")
    if (event in ASKED and not fonts) or (event == "socket.__new__" and details[1] not in (1, -1)):
        with open(marker, "a") as file:
            file.write(f"{event} {details}\\n")
        raise PermissionError(event)
    if event == "open" and isinstance(details[0], (str, bytes)) and b"passwd" in str(details[0]).encode():
        with open(marker, "a") as file:
            file.write(f"{event} {details[0]}\\n")
sys.addaudithook(fence)
from generator.commands.main import main
main(arguments)
"""
"""Runs the program where whoever asks for an address, a program or /etc/passwd is noted and refused.

Let through are sockets of the machine's own, between the two processes of the check, and the program by which
a build asks for the machine's fonts.
"""


def fenced(marker: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", FENCE, str(marker), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, check=False)


def asked(marker: Path) -> str:
    return marker.read_text() if marker.exists() else ""


def remote_cases() -> list[Case]:
    """The first case of each input that leads elsewhere: one run of the program for each."""
    found = [case for case in cases() if case.row in REMOTE_ROWS]
    return [case for case in found if case.name.partition("[")[0] not in ("link-of-a-row", "path-socket")][
        ::3
    ]


def test_the_fence_notes_whoever_asks(tmp_path: Path) -> None:
    """Else the tests below would pass whatever the program did."""
    marker = tmp_path / "asked"
    code = FENCE.partition("from generator")[0]
    for deed in (
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "open('/etc/passwd')",
    ):
        subprocess.run([sys.executable, "-c", code + deed, str(marker)], capture_output=True, check=False)
        assert asked(marker)
        marker.unlink()


def test_a_package_that_names_addresses_is_checked_without_asking_for_any(tmp_path: Path) -> None:
    marker = tmp_path / "asked"
    for number, case in enumerate(remote_cases()):
        folder = tmp_path / str(number)
        lay_out(case, folder)
        done = fenced(
            marker, "check", "--data", folder / "data", "--docs", folder / "docs", "--format", "json"
        )
        assert done.returncode == 1, (case.name, done.stderr.decode())
        assert json.loads(done.stdout), case.name
        assert asked(marker) == "", case.name
    assert number > 5


def test_a_site_is_built_without_asking_for_an_address(tmp_path: Path) -> None:
    marker, out = tmp_path / "asked", tmp_path / "site"
    places = ("--data", DEMO_CITY.data, "--docs", DEMO_CITY.docs, "--out", out, "--config", CONFIG)
    done = fenced(marker, "build", *places)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert (out / "index.html").is_file()
    assert asked(marker) == ""


def test_a_file_that_became_a_link_after_it_was_listed_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    link = tmp_path / "data.csv"
    link.symlink_to(secret)
    data, problem = files.read_file(link, "data.csv")
    assert data is None
    assert problem is not None
    assert problem.code == "PTH-002"


def test_waiting_for_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    data, problem = files.read_file(tmp_path / "pipe", "pipe")
    assert (data, problem and problem.code) == (None, "PTH-002")


def test_a_folder_reached_by_a_link_is_read_but_none_inside_it(tmp_path: Path) -> None:
    """The folder itself is the user's choice, what is in it the contributor's."""
    inside = tmp_path / "real" / "registry"
    inside.mkdir(parents=True)
    (inside / "a.csv").write_text("x")
    (tmp_path / "real" / "other").symlink_to(inside)
    (tmp_path / "alias").symlink_to(tmp_path / "real")
    listing = files.list_files(tmp_path / "alias", portable=True)
    assert list(listing.paths) == ["registry/a.csv"]
    assert [(p.code, p.file) for p in listing.problems] == [("PTH-002", "other")]
