"""The command line: exit status, what goes to which stream, and that a failed build touches nothing."""

from __future__ import annotations

import errno
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from cities import DEMO_CITY, contents, portal
from paths import BASE, PROJECT

from generator.errors import REASONS

KEYS = ["code", "severity", "file", "line", "column", "field", "value", "message", "fix", "suggestion"]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the clean base package."""
    shutil.copytree(BASE, tmp_path / "city")
    return tmp_path / "city"


def spoil(package: Path, old: str = ",medium,", new: str = ",中型,") -> None:
    path = package / "data/registry/enterprises.csv"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def folders(package: Path) -> list[str]:
    return ["--data", str(package / "data"), "--docs", str(package / "docs")]


def test_clean_data_is_fine(package: Path) -> None:
    done = portal("check", *folders(package), "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_errors_exit_with_1_and_are_json_with_every_key(package: Path) -> None:
    spoil(package)
    done = portal("check", *folders(package), "--format", "json")
    (problem,) = json.loads(done.stdout)
    assert done.returncode == 1
    assert list(problem) == KEYS
    place = {
        "code": "CAT-001",
        "severity": "error",
        "file": "registry/enterprises.csv",
        "line": 3,
        "column": 7,
    }
    assert problem.items() >= (place | {"field": "size", "value": "中型"}).items()


def test_what_is_unknown_is_null(package: Path) -> None:
    (package / "data/registry/stray.csv").write_text("x\n")
    (problem,) = json.loads(portal("check", *folders(package), "--format", "json").stdout)
    assert (problem["line"], problem["column"], problem["field"]) == (None, None, None)


def test_warnings_alone_are_fine_unless_strict(package: Path) -> None:
    spoil(package, "甲市第二机械有限公司,", "甲市第二机械集团有限公司,")
    done = portal("check", *folders(package), "--format", "json")
    assert [p["severity"] for p in json.loads(done.stdout)] == ["warning"]
    assert done.returncode == 0
    assert portal("check", *folders(package), "--strict").returncode == 1


def test_text_gives_the_place_the_code_and_the_spreadsheet_letter(package: Path) -> None:
    spoil(package)
    text = portal("check", *folders(package)).stdout.decode()
    assert re.search(r"^\s*registry/enterprises\.csv:3:7 CAT-001 .*G.* — ", text, re.MULTILINE)
    english = portal("check", *folders(package), "--lang", "en").stdout.decode()
    assert "CAT-001 error" in english


def test_text_quotes_the_line_and_points_at_the_field(package: Path) -> None:
    spoil(package)
    lines = portal("check", *folders(package)).stdout.decode().splitlines()
    at = next(i for i, line in enumerate(lines) if "│ ent-b," in line)
    caret, _, hint = lines[at + 1].split("│")[1].strip().partition(" ")
    assert caret == "^^^^"
    assert hint.endswith("medium")


def test_colours_are_for_terminals_alone(package: Path) -> None:
    spoil(package)
    assert b"\x1b[" not in portal("check", *folders(package)).stdout


@pytest.mark.parametrize("form", ["github", "sarif", "html"])
def test_other_forms_go_to_standard_output_or_to_a_file(package: Path, tmp_path: Path, form: str) -> None:
    spoil(package)
    shown = portal("check", *folders(package), "--format", form)
    assert (shown.returncode, shown.stderr) == (1, b"")
    assert b"CAT-001" in shown.stdout
    kept = portal("check", *folders(package), "--format", form, "--output", tmp_path / "report")
    assert (kept.returncode, kept.stdout) == (1, b"")
    assert (tmp_path / "report").read_bytes() == shown.stdout


def test_annotations_name_files_as_the_repository_does(package: Path) -> None:
    spoil(package)
    done = portal("check", "--format", "github", cwd=package)
    assert done.stdout.startswith(b"::error file=data/registry/enterprises.csv,line=3,")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_message_holds_a_traceback_or_a_path_of_the_machine(package: Path, lang: str) -> None:
    spoil(package)
    (package / "data/registry/places.csv").write_bytes("甲".encode("gb18030") * 400)
    (package / "data/portal.yaml").write_bytes(b"a: [\x00")
    done = portal("check", *folders(package), "--lang", lang)
    shown = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    for word in ("Traceback", "Errno", "codec", str(package), str(PROJECT)):
        assert word not in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--format", "xml"],
        ["check", "--no-such"],
        ["build", "--as-of", "yesterday"],
        ["schema"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    done = portal(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = portal("check", "--data", tmp_path / "nowhere", "--docs", tmp_path)
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr


def test_a_failed_build_leaves_the_last_good_site_alone(package: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert portal("build", *folders(package), "--out", out).returncode == 0
    before = contents(out)
    spoil(package)
    done = portal("build", *folders(package), "--out", out)
    assert done.returncode == 1
    assert b"CAT-001" in done.stderr
    assert contents(out) == before
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["city", "site"]


def test_a_city_built_from_within_its_folder_has_its_own_prose_alone(package: Path) -> None:
    """Its configuration is the program's, beside which other prose may lie."""
    (package / "docs/guidance").mkdir(exist_ok=True)
    (package / "docs/guidance/own.md").write_text("# 本市的说明\n", "utf-8")
    done = portal("build", cwd=package)
    assert done.returncode == 0, done.stderr.decode()
    assert [path.name for path in (package / "site/guidance").iterdir() if path.is_dir()] == ["own"]


def test_a_build_for_an_earlier_day_knows_no_later_rows(package: Path, tmp_path: Path) -> None:
    early, late = tmp_path / "early", tmp_path / "late"
    assert portal("build", *folders(package), "--out", early, "--as-of", "2021-06-30").returncode == 0
    assert portal("build", *folders(package), "--out", late).returncode == 0
    assert json.loads((early / "build.json").read_text("utf-8"))["as_of"] == "2021-06-30"
    assert json.loads((late / "build.json").read_text("utf-8"))["as_of"] == "2025-01-31"
    rows = (late / "data/recognitions.csv").read_text("utf-8")
    assert "rec-d" in rows
    assert "rec-d" not in (early / "data/recognitions.csv").read_text("utf-8")
    assert (early / "enterprises/ent-a/index.html").is_file()


def test_renewing_descriptors_tells_which_and_then_none(package: Path) -> None:
    descriptor = package / "data/supervision/datapackage.yaml"
    good = descriptor.read_text("utf-8")
    descriptor.write_text(good.replace("属于哪项行动。", "随便。"), "utf-8")
    done = portal("schema", "--write", "--data", package / "data")
    assert done.returncode == 0
    assert "supervision/datapackage.yaml" in done.stdout.decode()
    assert descriptor.read_text("utf-8") == good


def test_a_descriptor_in_json_is_renewed_and_declares_as_one_in_yaml(package: Path) -> None:
    whole = yaml.safe_load((package / "data/supervision/datapackage.yaml").read_text("utf-8"))
    good = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    (package / "data/supervision/datapackage.yaml").unlink()
    descriptor = package / "data/supervision/datapackage.json"
    descriptor.write_text(good.replace("属于哪项行动。", "随便。"), "utf-8")
    assert portal("check", *folders(package)).returncode == 1
    done = portal("schema", "--write", "--data", package / "data")
    assert "supervision/datapackage.json" in done.stdout.decode()
    assert json.loads(descriptor.read_text("utf-8")) == whole
    assert portal("check", *folders(package)).returncode == 0
    table = next(r for r in whole["resources"] if r["name"] == "programmes")
    table["encoding"] = "gb18030"
    descriptor.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    rows = package / "data/supervision/programmes.csv"
    rows.write_bytes(rows.read_bytes() + "prog-x,某项行动,,没有的类型,,src-a\n".encode("gb18030"))
    told = portal("check", *folders(package)).stdout.decode()
    assert "│ prog-x,某项行动,,没有的类型" in told


def test_a_new_city_passes_the_check(tmp_path: Path) -> None:
    assert portal("init", tmp_path / "乙市").returncode == 0
    done = portal("check", *folders(tmp_path / "乙市"), "--format", "json")
    assert [p for p in json.loads(done.stdout) if p["severity"] == "error"] == []
    assert done.returncode == 0
    assert portal("init", tmp_path / "乙市").returncode == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_city_is_built_by_the_commands_of_the_readme(tmp_path: Path, language: str) -> None:
    city = tmp_path / "mycity"
    assert portal("init", city).returncode == 0
    settings = city / "data/portal.yaml"
    text = settings.read_text("utf-8")
    assert "languages: [zh]" in text
    settings.write_text(text.replace("languages: [zh]", f"languages: [{language}]"), "utf-8")
    done = portal("build", *folders(city), "--out", city / "site")
    assert done.returncode == 0, done.stderr.decode()
    assert f'lang="{language}"' in (city / "site/index.html").read_text("utf-8")


def test_before_the_first_list_there_is_a_site_as_well(tmp_path: Path) -> None:
    done = portal(
        "build", "--data", DEMO_CITY.data, "--docs", DEMO_CITY.docs, "--out", tmp_path / "site",
        "--as-of", "1999-12-31",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert not (tmp_path / "site/lists").exists()


def test_a_configuration_of_something_else_is_named_with_what_is_wrong(package: Path) -> None:
    config = package / "mkdocs.yml"
    config.write_text("site_name: Another\n", "utf-8")
    done = portal("build", cwd=package)
    assert (done.returncode, b"mkdocs.yml" in done.stderr, b"register" in done.stderr) == (1, True, True)
    config.write_text("site_name: Another\ntheme: {name: material, custom_dir: nowhere}\n", "utf-8")
    done = portal("build", cwd=package)
    assert (done.returncode, b"custom_dir" in done.stderr) == (1, True)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "https://user:pw@example.org/",
        "https://a b/",
        "example.org",
        "https://example.org/?q",
    ],
)
def test_an_address_that_may_not_be_published_is_wrong_usage(package: Path, address: str) -> None:
    done = portal("build", *folders(package), "--site-url", address, "--out", package / "site")
    assert (done.returncode, b"--site-url" in done.stderr) == (2, True)
    assert not (package / "site").exists()


def test_what_the_system_refuses_is_told_in_a_line(package: Path) -> None:
    done = portal("check", *folders(package), "--output", "no/such/folder.html", cwd=package)
    assert done.returncode == 1
    assert done.stderr.decode() == f"no/such/folder.html：{REASONS[errno.ENOENT]}\n"
    (package / "file").touch()
    done = portal("init", "file/city", cwd=package)
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)


def test_emptied_tables_are_declared_by_one_command(tmp_path: Path) -> None:
    city = tmp_path / "city"
    assert portal("init", city).returncode == 0
    emptied = ["library/finance.csv", "registry/events.csv", "supervision/entries.csv"]
    for file in emptied:
        path = city / "data" / file
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\r\n\r\n", "utf-8", newline="")
    told = json.loads(portal("check", *folders(city), "--format", "json").stdout)
    assert sorted((p["file"], p["code"]) for p in told) == [(file, "CSV-008") for file in emptied]
    plain = portal("schema", "--write", "--data", city / "data")
    assert (plain.returncode, b"datapackage" in plain.stdout) == (0, False)
    assert portal("schema", "--write", "--allow-empty", "--data", city / "data").returncode == 0
    assert json.loads(portal("check", *folders(city), "--format", "json").stdout) == []
