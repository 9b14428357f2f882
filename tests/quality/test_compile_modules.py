"""Compiled files are never run when their source says something else by now."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = '[tool.tawthiq.compiled]\nmodules = ["find/*.py"]\nleft_out = ["find/b.py"]\n'


@pytest.fixture(scope="module")
def compiling() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "compile_modules", ROOT / "compile_modules.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Give a project whose one listed module was compiled after it was written."""
    room = tmp_path / "src" / "tawthiq" / "find"
    room.mkdir(parents=True)
    written = {
        tmp_path / "pyproject.toml": PROJECT,
        room / "__init__.py": "",
        room / "a.py": "SAID = 'source'\n",
        room / "b.py": "",
        room / "a.cpython-311-x86_64-linux-gnu.so": "",
        tmp_path / "src" / "tawthiq_compiled__mypyc.cpython-311.so": "",
    }
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")
        at = 200 if path.suffix == ".so" else 100
        os.utime(path, (at, at))
    return tmp_path


def test_what_is_newer_than_its_source_is_kept(
    compiling: ModuleType, tree: Path
) -> None:
    assert not compiling.is_stale(tree)


def test_nothing_compiled_is_never_stale(compiling: ModuleType, tree: Path) -> None:
    assert compiling.drop(tree) == 2
    assert not compiling.is_stale(tree)
    assert (tree / "src" / "tawthiq" / "find" / "a.py").is_file()


def test_a_source_written_later_makes_all_stale(
    compiling: ModuleType, tree: Path
) -> None:
    os.utime(tree / "src" / "tawthiq" / "find" / "a.py", (300, 300))
    assert compiling.is_stale(tree)


def test_a_source_that_is_left_out_makes_nothing_stale(
    compiling: ModuleType, tree: Path
) -> None:
    os.utime(tree / "src" / "tawthiq" / "find" / "b.py", (300, 300))
    assert not compiling.is_stale(tree)


def test_another_list_makes_all_stale(compiling: ModuleType, tree: Path) -> None:
    os.utime(tree / "pyproject.toml", (300, 300))
    assert compiling.is_stale(tree)


def test_a_module_that_is_new_or_gone_makes_all_stale(
    compiling: ModuleType, tree: Path
) -> None:
    source = tree / "src" / "tawthiq" / "find" / "a.py"
    source.rename(source.with_name("c.py"))
    assert compiling.is_stale(tree)


def test_every_module_left_out_is_there_to_be_left_out(compiling: ModuleType) -> None:
    asked = compiling.settings(ROOT)
    package = ROOT / "src" / "tawthiq"
    for glob in (*asked["modules"], *asked["left_out"]):
        assert list(package.glob(glob)), glob
    assert package / "find" / "numbers.py" not in compiling.listed()
    assert package / "lang" / "lexicon.py" in compiling.listed()


def test_nothing_compiled_leaves_it_to_cached_property_to_keep_a_value(
    compiling: ModuleType,
) -> None:
    """Compiled, it is a plain property, which is worked out at every look."""
    taken = [p for p in compiling.listed() if "cached_property" in p.read_text("utf-8")]
    assert taken == []


def test_nothing_compiled_is_sought_in_a_generator(compiling: ModuleType) -> None:
    """Compiled, a generator has no ``in``: what it gives is made a set first."""
    trees = {p: ast.parse(p.read_text("utf-8")) for p in compiling.listed()}
    late = {
        node.name
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.returns is not None
        and ast.unparse(node.returns).startswith("Iterator[")
    }
    sought = [
        f"{path.name}:{node.lineno}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn)
        for call in node.comparators
        if isinstance(call, ast.Call) and ast.unparse(call.func) in late
    ]
    assert "tellings" not in late
    assert "_of_sentence" in late
    assert sought == []


def test_a_process_may_pass_by_what_is_compiled(tree: Path) -> None:
    """The file beside the source is no library: to open it would fail."""
    words = (
        "import sys, pathlib; sys.path[:0] = sys.argv[1:];"
        "import compile_modules as c; c.only_sources(pathlib.Path(sys.argv[2]).parent);"
        "import tawthiq.find.a; print(tawthiq.find.a.SAID)"
    )
    asked = [sys.executable, "-S", "-c", words, str(ROOT), str(tree / "src")]
    told = subprocess.run(asked, check=True, capture_output=True, text=True)  # noqa: S603
    assert told.stdout == "source\n"
