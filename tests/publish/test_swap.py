"""The site in its folder is the old one or the new one, whatever happens in between."""

from __future__ import annotations

import errno
import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest
from sample_site import contents, mkdocs, pages, rendering

from generator.errors import REASONS
from generator.outcome import PublishingError
from generator.publish import lock
from generator.publish.lock import Lock
from generator.publish.publish import publish
from generator.publish.swap import Staging, exchange

MANIFEST = '{"generator": "1", "outputs": {}}'

CHILD = """
import sys, time
from pathlib import Path
from sample_site import artifacts, mkdocs, pages, rendering
from generator.publish.publish import publish

out, where, mark = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])

def slowly(stage, make):
    def items():
        for number, item in enumerate(make()):
            if where == stage and number == 1:
                mark.touch()
                time.sleep(60)
            yield item
    return items

def wait():
    "MkDocs writes beside it meanwhile."
    if where == "prepare":
        for _ in range(500):  # it does so later where there is one core
            if list(out.parent.glob(".site.building-*/*")):
                break
            time.sleep(0.01)
        mark.touch()
        time.sleep(60)

whole = rendering(40, site_name="new", pages=slowly("pages", lambda: pages(40)),
    artifacts=slowly("artifacts", artifacts),
    prepare=wait)
def progress(stage, done):
    pass
if where == "swap":
    import generator.publish.swap as swap
    swap.exchange.__code__ = (lambda one, other: False).__code__
    rename = Path.rename
    def stop(self, target):
        rename(self, target)
        if Path(target).name.endswith(".old"):
            mark.touch()
            time.sleep(60)
    Path.rename = stop
publish(whole, out=out, engine=mkdocs(), progress=progress)
"""


def published(docs: Path, out: Path, **changes: object) -> dict[str, bytes]:
    """Publish the sample site and give what is in its folder."""
    publish(rendering(3, **changes), out=out, engine=mkdocs(), apart=[docs])
    return contents(out)


def leftovers(out: Path) -> list[str]:
    """Return the names beside a site other than the site's and the prose folder's."""
    return sorted(path.name for path in out.parent.iterdir() if path.name not in (out.name, "docs", "mark"))


def killed(out: Path, where: str) -> None:
    """Start a build in another process and kill it (-9) at a given step."""
    mark = out.parent / "mark"
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(out), where, str(mark)])
    try:
        for _ in range(600):
            if mark.exists():
                break
            assert child.poll() is None, "the build ended before the place was reached"
            time.sleep(0.05)
        assert mark.exists()
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    mark.unlink()


@pytest.mark.parametrize("where", ["prepare", "pages", "artifacts"])
def test_a_killed_build_leaves_the_old_site_and_the_next_one_clears_up(
    tmp_path: Path, docs: Path, where: str
) -> None:
    out = tmp_path / "site"
    before = published(docs, out)
    killed(out, where)
    assert contents(out) == before
    assert leftovers(out) != []
    with Staging(out) as staging:  # cleared before the build: a full disk may be what it left
        assert leftovers(out) == [staging.folder.name, ".site.lock"]
        assert list(staging.folder.iterdir()) == []
    assert published(docs, out) == before
    assert leftovers(out) == []


def test_a_build_killed_between_two_renames_is_finished_by_the_next(tmp_path: Path, docs: Path) -> None:
    out = tmp_path / "site"
    published(docs, out)
    killed(out, "swap")
    assert not out.exists()
    with Staging(out):
        assert b"new" in (out / "index.html").read_bytes()
    assert leftovers(out) == []


def test_without_an_exchange_two_renames_do_it(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "build.json").write_text(MANIFEST)
    with Staging(out, exchange=lambda one, other: False) as staging:
        (staging.folder / "new").touch()
        staging.commit()
    assert list(contents(out)) == ["new"]
    assert leftovers(out) == []


def test_if_the_second_rename_fails_the_first_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "build.json").write_text(MANIFEST)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self.name.startswith(".site.building-"):
            raise OSError(errno.EACCES, "refused", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    with Staging(out, exchange=lambda one, other: False) as staging:
        (staging.folder / "new").touch()
        with pytest.raises(PublishingError):
            staging.commit()
        assert list(contents(out)) == ["build.json"]
    assert leftovers(out) == []
    monkeypatch.undo()
    with Staging(out):
        assert list(contents(out)) == ["build.json"], "the next start finishes nothing"


def test_the_exchange_is_one_step(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "a").touch()
    assert exchange(one, other), "this file system has no exchange; the fallback is tested apart"
    assert (list(contents(one)), list(contents(other))) == ([], ["a"])


def test_two_builds_of_one_site_are_kept_apart(tmp_path: Path, docs: Path) -> None:
    out = tmp_path / "site"
    before = published(docs, out)
    with Staging(out), pytest.raises(PublishingError, match="另一个构建"):
        published(docs, out, site_name="new")
    assert contents(out) == before
    assert leftovers(out) == []


def test_a_lock_on_a_removed_file_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with Lock(path):
        path.unlink()
        with Lock(path), pytest.raises(PublishingError), Lock(path):
            pass


@pytest.fixture
def without_fcntl(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of the lock as it loads on a system that is not Unix."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    spec = importlib.util.spec_from_file_location("lock_without_fcntl", lock.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "GRACE", 0.1)
    return module


def test_a_lock_without_fcntl_excludes_others_and_leaves_no_file(
    tmp_path: Path, without_fcntl: ModuleType
) -> None:
    path = tmp_path / "lock"
    for _ in range(2):
        with without_fcntl.Lock(path):
            assert path.read_text("ascii") == str(os.getpid())
            with pytest.raises(PublishingError, match="另一个构建"), without_fcntl.Lock(path):
                pass
            assert path.exists()
        assert list(tmp_path.iterdir()) == []


def test_a_lock_without_fcntl_is_held_by_a_running_process_and_not_by_an_ended_one(
    tmp_path: Path, without_fcntl: ModuleType
) -> None:
    path = tmp_path / "lock"
    holder = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        path.write_text(str(holder.pid), "ascii")
        with pytest.raises(PublishingError), without_fcntl.Lock(path):
            pass
        assert path.read_text("ascii") == str(holder.pid)
    finally:
        holder.kill()
        holder.wait()
    with without_fcntl.Lock(path):
        assert path.read_text("ascii") == str(os.getpid())
    assert list(tmp_path.iterdir()) == []


def test_a_lock_without_fcntl_of_an_ended_process_with_the_same_id_does_not_count(
    tmp_path: Path, without_fcntl: ModuleType
) -> None:
    """In containers processes often have the same id."""
    path = tmp_path / "lock"
    path.write_text(str(os.getpid()), "ascii")
    with without_fcntl.Lock(path):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["note.txt", "build.json"])
def test_a_foreign_folder_is_not_touched(tmp_path: Path, docs: Path, name: str) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / name).write_text('{"name": "something else"}')
    with pytest.raises(PublishingError, match=r"build\.json"):
        published(docs, out)
    assert list(contents(out)) == [name]
    assert leftovers(out) == []


def test_a_file_in_the_place_of_the_folder_is_not_touched(tmp_path: Path, docs: Path) -> None:
    out = tmp_path / "site"
    out.write_text("mine")
    with pytest.raises(PublishingError):
        published(docs, out)
    assert out.read_text() == "mine"


@pytest.mark.parametrize("place", ["docs", "docs/site", "."])
def test_the_site_lies_apart_from_its_sources(tmp_path: Path, docs: Path, place: str) -> None:
    before = contents(docs)
    with pytest.raises(PublishingError, match="不能包含"):
        published(docs, tmp_path / place)
    assert contents(docs) == before


def test_an_empty_folder_will_do(tmp_path: Path, docs: Path) -> None:
    (tmp_path / "site").mkdir()
    assert "build.json" in published(docs, tmp_path / "site")


def test_a_full_disk_leaves_the_old_site(tmp_path: Path, docs: Path) -> None:
    """On a real file system of 2 MB, mounted for this test: that needs no rights but may be forbidden."""
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        "import sys; from pathlib import Path; from sample_site import *\n"
        "from generator.publish.publish import publish\n"
        "from generator.outcome import PublishingError\n"
        "out = Path(sys.argv[1])\n"
        "publish(rendering(3), out=out, engine=mkdocs())\n"
        "before = contents(out)\n"
        "try: publish(rendering(400), out=out, engine=mkdocs())\n"
        "except PublishingError as error: print(error)\n"
        "print(contents(out) == before, sorted(p.name for p in out.parent.iterdir()))\n"
    )
    shell = 'mount -t tmpfs -o size=2m tmpfs "$1" && exec "$2" -c "$3" "$1/site"'
    command = ["unshare", "-rm", "sh", "-c", shell, "sh", str(disk), sys.executable, script]
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no mounts of our own here")
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines[0].startswith(REASONS[errno.ENOSPC])
    assert str(tmp_path) not in lines[0]
    assert lines[1] == "True ['site']"


def test_a_failed_write_leaves_the_old_site(tmp_path: Path, docs: Path) -> None:
    """The limit on the size of a file stands for any error of the system; it needs no rights."""
    out = tmp_path / "site"
    before = published(docs, out)
    script = (
        "import resource, sys; from pathlib import Path; from sample_site import *\n"
        "from generator.publish.publish import publish\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "from generator.artifacts import Artifact\n"
        "from generator.outcome import PublishingError\n"
        "big = lambda: iter([*artifacts(), Artifact('data/big.csv', b'x' * 300_000)])\n"
        "try: publish(rendering(3, artifacts=big), out=Path(sys.argv[1]), engine=mkdocs())\n"
        "except PublishingError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(out)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("文件过大")
    assert contents(out) == before
    assert leftovers(out) == []


def test_an_interrupted_rendering_leaves_the_old_site(tmp_path: Path, docs: Path) -> None:
    out = tmp_path / "site"
    before = published(docs, out)

    def interrupted() -> object:
        yield from list(pages(3))[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        published(docs, out, pages=interrupted)
    assert contents(out) == before
    assert leftovers(out) == []
