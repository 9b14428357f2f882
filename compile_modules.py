"""Compiles the rooms that read into machine code, by mypyc: half as fast again.

    python compile_modules.py

Compiles what ``[tool.tawthiq.compiled]`` of ``pyproject.toml`` lists, into files beside
the sources, which Python then passes by (``tawthiq.machine_code`` says when not). The
Makefile calls this when it sets up, and for ``make compiled``; no build of a wheel does.
Without a C compiler, or where it fails, all works as it is written, only slower.

What is compiled gives the same bytes: ``python bench/speed/compiled.py`` compares.
"""

import os
import shlex
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
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


def build(root: Path = ROOT) -> bool:
    """Compile in place; give False where there is no C compiler.

    Raises:
        SystemExit: if mypyc finds a fault in the types.
    """
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC"))[0]
    if shutil.which(compiler) is None:
        return False
    for path in compiled(root):
        path.unlink()
    os.chdir(root)
    os.environ["MYPYPATH"] = "src"
    from mypyc.build import mypycify  # noqa: PLC0415
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    with redirect_stdout(StringIO()):  # its hints on style are for nobody who sets up
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


def main() -> None:
    """Compile, and say what came of it in a line."""
    done = build()
    told = (
        f"compiled {len(listed())} modules" if done else "no C compiler: plain Python"
    )
    print(told, file=sys.stderr)  # noqa: T201


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
    main()
