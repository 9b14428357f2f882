"""A box on the globe."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A box on the globe, degrees; west above east crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    def __str__(self) -> str:
        """Write it as an address holds it: ``west,south,east,north``."""
        ends = (self.west, self.south, self.east, self.north)
        return ",".join(f"{end:.5f}".rstrip("0").rstrip(".") for end in ends)
