"""What is compiled is what can be: mypyc's stumbling blocks are kept out of it."""

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


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


def test_without_a_c_compiler_nothing_is_compiled_and_nothing_fails(
    compiling: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler -O1")
    assert compiling.build(tmp_path) is False


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
