"""How fast the desk answers over many incidents: map windows, list and trends.

Makes a register of invented incidents (no report, no place of the world but points in a
box), serves it as `tawthiq desk` does, and asks from several clients at once. Prints the
median, the 95th hundredth and the longest wait of each page, in milliseconds.

    .venv/bin/python bench/desk/incidents.py [--incidents 100000] [--clients 8]
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import httpx

from tawthiq.desk.serving import open_desk, use_desk_settings
from tawthiq.model.incident import (
    Grade,
    Grading,
    Incident,
    IncidentDate,
    IncidentPlace,
    Tally,
)
from tawthiq.model.vocabulary import DatePrecision, PlaceRole, PlaceState

SEED = 20310305
WEST, SOUTH, EAST, NORTH = 35.7, 32.3, 42.3, 37.3
VILLAGES = 4_000
BATCH = 5_000
PASSWORD = "invented words of a bench"  # noqa: S105
TYPES = ("air_strike", "shelling", "drone_strike", "explosive_device", "mine_or_uxo")
ACTORS = ("syrian_government", "russia", "isis", "sdf", "turkey")


def main() -> None:
    """Make, serve, ask, print."""
    told = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    told.add_argument("--incidents", type=int, default=100_000)
    told.add_argument("--clients", type=int, default=8)
    told.add_argument("--asks", type=int, default=60, help="of each client")
    told.add_argument(
        "--settle",
        type=float,
        default=15.0,
        help="seconds in which the desk warms itself",
    )
    told.add_argument("--register", type=Path, help="kept; made where it is not there")
    asked = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        register = asked.register or Path(folder) / "register"
        if not register.exists():
            make(register, asked.incidents)
        measure(register, asked.clients, asked.asks, settle=asked.settle)


def make(register: Path, number: int) -> None:
    """Make a register of invented incidents, and one account."""
    command = [sys.executable, "-m", "tawthiq", "init", str(register)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    use_desk_settings()
    open_desk(register)
    from tawthiq.desk.people.accounts import Account  # noqa: PLC0415
    from tawthiq.register.services.incidents import add_published  # noqa: PLC0415

    Account.objects.create_user(username="bench", password=PASSWORD, role="viewer")
    chance = random.Random(SEED)  # noqa: S311
    places = [invented_place(chance, at) for at in range(VILLAGES)]
    began = time.perf_counter()
    for start in range(0, number, BATCH):
        some = range(start, min(start + BATCH, number))
        add_published([invented(chance, at, places) for at in some])
    print(f"{number:,} incidents made in {time.perf_counter() - began:.0f} s")


def invented_place(chance: random.Random, number: int) -> IncidentPlace:
    """Give a village that is nowhere; one in fifteen is known by its unit alone."""
    wide = chance.random() < 1 / 15
    return IncidentPlace(
        role=PlaceRole.AT,
        name=f"قرية مخترعة {number}",
        name_en=f"Invented village {number}",
        lat=round(chance.uniform(SOUTH, NORTH), 5),
        lon=round(chance.uniform(WEST, EAST), 5),
        precision="province_governorate" if wide else "village",
        radius_m=75_000 if wide else 3_000,
        state=PlaceState.RESOLVED,
        admin=(f"منطقة مخترعة {number % 60}", f"محافظة مخترعة {number % 14}"),
    )


def invented(
    chance: random.Random, number: int, places: list[IncidentPlace]
) -> Incident:
    """Give an incident that did not happen; one in twelve has no place."""
    start = date(2011, 3, 1) + timedelta(days=chance.randrange(14 * 365))
    loose = chance.random() < 1 / 10
    low = int(chance.paretovariate(1.2)) if chance.random() < 3 / 4 else None
    precision = DatePrecision.WEEK if loose else DatePrecision.DAY
    end = start + timedelta(days=6 if loose else 0)
    killed = Tally(outcome="killed", group="people", low=low, high=low, rule="invented")
    return Incident(
        id=f"invented-{number}",
        code=f"INV-{number:06d}",
        date=IncidentDate(start=start, end=end, precision=precision),
        grade=Grade(code=chance.choice(list(Grading)), reasons=(), version="invented"),
        places=(chance.choice(places),) if chance.random() < 11 / 12 else (),
        event_types=(chance.choice(TYPES),),
        belligerents=tuple(chance.sample(ACTORS, chance.choice((0, 1, 1, 2)))),
        weapons=("artillery_shell",) if chance.random() < 1 / 3 else (),
        struck=("house",) if chance.random() < 1 / 3 else (),
        casualties=(killed,),
        independent_sources=chance.choice((1, 1, 2, 3)),
    )


def measure(register: Path, clients: int, asks: int, *, settle: float) -> None:
    """Serve the register and ask for each kind of page from all clients at once.

    A desk that was opened just now works out its first pages meanwhile (``warming``);
    ``settle`` seconds are left to it.
    """
    words = ["desk", str(register), "--port", "0", "--no-browser"]
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-u", "-m", "tawthiq", *words],
        env={**os.environ, "TAWTHIQ_UI": "en"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        lines = iter(process.stdout.readline, "") if process.stdout else iter(())
        address = next(line.strip() for line in lines if line.startswith("http"))
        cookies = log_in(address.rstrip("/"))
        time.sleep(settle)
        for name, make_path in PATHS.items():
            number = (
                asks if name in {"window", "window, filtered"} else max(3, asks // 12)
            )
            waits = ask(
                address.rstrip("/"), cookies, make_path, clients=clients, asks=number
            )
            print(summary(name, waits))
    finally:
        process.terminate()
        process.wait(timeout=30)


def log_in(address: str) -> dict[str, str]:
    """Log in once; give the cookies of the session."""
    with httpx.Client(base_url=address, trust_env=False, timeout=120) as client:
        client.get("/login/")
        form = {"username": "bench", "password": PASSWORD}
        form["csrfmiddlewaretoken"] = client.cookies["csrftoken"]
        client.post("/login/", data=form)
        return dict(client.cookies)


def window(chance: random.Random) -> str:
    """Give the address of a window at a zoom that readers use, in whole steps."""
    zoom = chance.choice((5, 6, 7, 8, 9, 10))
    step = 45 / 2**zoom
    west = (chance.uniform(WEST, EAST) // step - 2) * step
    south = (chance.uniform(SOUTH, NORTH) // step - 1) * step
    box = (west, south, west + 5 * step, south + 3 * step)
    return f"/map/window/?bbox={','.join(f'{end:.5f}' for end in box)}&zoom={zoom}"


def filtered(chance: random.Random) -> str:
    """Give the address of a window under one of a few filters, as eight readers have.

    Each is asked for the first time once; `fresh` asks for another each time.
    """
    year = chance.choice((2012, 2014, 2016, 2018))
    days = f"from={year}-01-01&to={year + 1}-01-01"
    return f"{window(chance)}&{days}&type={chance.choice(TYPES[:2])}"


def fresh(chance: random.Random) -> str:
    """Give the address of a window under filters that nobody asked for before."""
    year = chance.randrange(2011, 2024)
    days = f"from={year}-0{chance.randrange(1, 9)}-{chance.randrange(10, 28)}"
    return f"{window(chance)}&{days}&type={chance.choice(TYPES)}"


PATHS = {
    "window": window,
    "window, filtered": filtered,
    "window, a new filter each": fresh,
    "list": lambda chance: f"/incidents/?page={chance.randrange(1, 50)}",
    "list, filtered": lambda chance: f"/incidents/?actor={chance.choice(ACTORS)}",
    "map": lambda chance: f"/map/?type={chance.choice(TYPES)}",
    "trends": lambda chance: f"/trends/?type={chance.choice(TYPES)}",
}


def ask(
    address: str,
    cookies: dict[str, str],
    make_path: Callable[[random.Random], str],
    *,
    clients: int,
    asks: int,
) -> list[float]:
    """Ask from several clients at once; give all waits in milliseconds."""
    waits: list[float] = []

    def run(seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311
        with httpx.Client(
            base_url=address, cookies=cookies, trust_env=False, timeout=120
        ) as client:
            for _ in range(asks):
                path = make_path(chance)
                began = time.perf_counter()
                client.get(path).raise_for_status()
                waits.append((time.perf_counter() - began) * 1000)

    threads = [threading.Thread(target=run, args=(seed,)) for seed in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits


def summary(name: str, waits: list[float]) -> str:
    """Write the middle, the 95th hundredth and the longest wait."""
    ranked = sorted(waits)
    high = ranked[int(0.95 * (len(ranked) - 1))]
    middle = ranked[len(ranked) // 2]
    return f"{name}: {len(ranked)} asks, median {middle:.0f} ms, p95 {high:.0f} ms, longest {ranked[-1]:.0f} ms"


if __name__ == "__main__":
    main()
