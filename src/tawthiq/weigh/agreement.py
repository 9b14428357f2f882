"""How far coders agree, beyond what chance would give."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Give Cohen's kappa of two coders over the items that both coded.

    ``(p_o - p_e) / (1 - p_e)``, with p_o the share of equal codes and p_e the share that
    the coders' own frequencies would make equal by chance (Cohen, Educational and
    Psychological Measurement 20, 1960, 37-46).

    Args:
        pairs: the codes of both for each item.

    Returns:
        a number up to 1; None where there is no item, or no code but one, so that
        chance explains all.
    """
    if not pairs:
        return None
    number = len(pairs)
    equal = sum(one == two for one, two in pairs) / number
    first = Counter(one for one, _ in pairs)
    second = Counter(two for _, two in pairs)
    chance = sum(first[code] * second[code] for code in first) / number**2
    return None if chance == 1 else (equal - chance) / (1 - chance)


def krippendorff_alpha(items: Iterable[Sequence[Hashable]]) -> float | None:
    """Give Krippendorff's alpha for nominal codes, of any number of coders.

    ``1 - D_o / D_e`` over the coincidence matrix: each item with m ≥ 2 codes adds each
    ordered pair of its codes with weight 1/(m - 1) (Krippendorff, Content Analysis,
    chapter 11). Items that fewer than two coded count for nothing.

    Args:
        items: the codes that an item was given, one for each coder who coded it.

    Returns:
        a number up to 1; None where nothing was coded twice, or only one code was used.
    """
    same = 0.0
    totals: Counter[Hashable] = Counter()
    for codes in items:
        if len(codes) < 2:  # noqa: PLR2004 - one code agrees with nothing
            continue
        counted = Counter(codes)
        totals.update(counted)
        pairs = sum(n * (n - 1) for n in counted.values())
        same += pairs / (len(codes) - 1)
    number = totals.total()
    expected = sum(n * (n - 1) for n in totals.values())
    possible = number * (number - 1)
    if not possible or expected == possible:
        return None
    observed_apart = number - same
    expected_apart = (possible - expected) / (number - 1)
    return 1 - observed_apart / expected_apart
