"""Compiles the rooms that read into machine code, by mypyc, for those who want the speed.

    python compile_modules.py build | fresh | drop

``build`` compiles what ``[tool.tawthiq.compiled]`` of ``pyproject.toml`` lists; ``fresh``
takes the compiled files away where a source of theirs is newer, so that nobody runs what
the source no longer says; ``drop`` takes them away always. The compiled files stand
beside their sources, which Python then passes by; without them all works as it is
written, only slower. The Makefile calls this, and so does no build of a wheel.

What is compiled gives the same bytes: ``python bench/speed/compiled.py`` compares.
"""

import os
import shlex
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Sequence
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
GROUP = "tawthiq_compiled"
"""The one library that holds all modules; what stands beside a source only opens it."""


def settings(root: Path = ROOT) -> dict[str, list[str]]:
    """Give ``[tool.tawthiq.compiled]`` of the ``pyproject.toml`` under ``root``."""
    told = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked: dict[str, list[str]] = told["tool"]["tawthiq"]["compiled"]
    return asked


def listed(root: Path = ROOT) -> list[Path]:
    """Give the sources to be compiled, as ``pyproject.toml`` under ``root`` lists them."""
    asked = settings(root)
    package = root / "src" / "tawthiq"
    left_out = {package / name for name in asked["left_out"]}
    found = {path for glob in asked["modules"] for path in package.glob(glob)}
    return sorted(p for p in found - left_out if p.name != "__init__.py")


def compiled(root: Path = ROOT) -> list[Path]:
    """Give the compiled files that stand under ``src``, of whatever Python."""
    return sorted((root / "src").rglob("*.so"))


def is_stale(root: Path = ROOT) -> bool:
    """Say whether a compiled file is older than any source that is compiled with it."""
    made = compiled(root)
    if not made:
        return False
    oldest = min(path.stat().st_mtime for path in made)
    sources = [*listed(root), root / "pyproject.toml"]
    without = {p.with_suffix("") for p in listed(root)} ^ {
        p.parent / p.name.split(".")[0] for p in made if "__mypyc" not in p.name
    }
    return bool(without) or any(p.stat().st_mtime > oldest for p in sources)


def drop(root: Path = ROOT) -> int:
    """Take every compiled file away and give their number."""
    made = compiled(root)
    for path in made:
        path.unlink()
    return len(made)


def only_sources(root: Path = ROOT) -> None:
    """Let this process pass by what is compiled; call it before tawthiq is imported."""
    source = str(root / "src")

    def finder(path: str) -> FileFinder:
        if not path.startswith(source):
            raise ImportError(path)
        return FileFinder(path, (SourceFileLoader, SOURCE_SUFFIXES))

    sys.path_hooks.insert(0, finder)
    sys.path_importer_cache.clear()


def build(root: Path = ROOT) -> bool:
    """Compile in place; give False where there is no C compiler.

    Raises:
        SystemExit: if mypyc finds a fault in the types.
    """
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC"))[0]
    if shutil.which(compiler) is None:
        return False
    drop(root)
    os.chdir(root)
    os.environ["MYPYPATH"] = "src"
    from mypyc.build import mypycify  # noqa: PLC0415
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    made = mypycify(
        [*_types(), *(str(p.relative_to(root)) for p in listed(root))],
        opt_level=str(settings(root)["optimisation"]),
        debug_level="0",
        multi_file=True,  # so that all cores share the work
        group_name=GROUP,
        target_dir="build/compiled",
    )
    for part in made:
        if os.name == "posix":  # what only our own modules call needs no detour
            part.extra_compile_args.append("-fvisibility=hidden")
    told = {"ext_modules": made, "package_dir": {"": "src"}, "name": "tawthiq"}
    command = build_ext(Distribution(told))
    command.build_temp = "build/compiled/objects"
    command.build_lib = "build/compiled/lib"
    command.finalize_options()
    command.inplace = True
    command.parallel = os.cpu_count() or 1
    _side_by_side(command)
    command.run()
    for path in compiled(root):
        path.touch()  # what need not be made anew is copied with its old time
    return True


def _side_by_side(command: Any) -> None:  # noqa: ANN401 - setuptools tells no types
    """Let the C files of the one library be compiled on all cores, not in turn."""
    in_turn = command.build_extensions

    def build_extensions() -> None:
        one = command.compiler.compile

        def compiled_at_once(sources: Sequence[str], **more: object) -> list[str]:
            with ThreadPool(os.cpu_count() or 1) as pool:
                made = pool.map(lambda source: one([source], **more), sources, 1)
            return [path for paths in made for path in paths]

        command.compiler.compile = compiled_at_once
        in_turn()

    command.build_extensions = build_extensions


def main(words: Sequence[str]) -> int:
    """Do what the command line asks, and say it in a line."""
    if words == ["build"]:
        done = build()
        told = (
            f"compiled {len(listed())} modules"
            if done
            else "no C compiler: pure Python"
        )
        print(told, file=sys.stderr)  # noqa: T201
        return 0
    if words == ["drop"] or (words == ["fresh"] and is_stale()):
        taken = drop()
        if taken:
            print("compiled files taken away: pure Python", file=sys.stderr)  # noqa: T201
        return 0
    if words == ["fresh"]:
        return 0
    print(__doc__, file=sys.stderr)  # noqa: T201
    return 2


def _types() -> list[str]:
    """Give mypy's options: `make types` has checked the rest, with Django's plug-in."""
    return [
        "--config-file=",
        "--cache-dir=build/compiled/types",
        "--explicit-package-bases",
        "--follow-imports=silent",
        "--ignore-missing-imports",
        "--local-partial-types",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
