"""Voices: which accounts of one incident are one voice, and which are copies.

A voice is one claimant's account after copies are collapsed: reposts, agency copies
and outlets that quote the same body are one (domain handbook, 5.6).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from tawthiq.link.compare import is_copy
from tawthiq.link.facts import Facts


def voices_of(members: Sequence[Facts]) -> dict[str, str]:
    """Map the key of each account to the key that stands for its voice.

    Args:
        members: the accounts of one incident.

    Returns:
        For each key the least key of its voice.
    """
    same = [
        (a.key, b.key)
        for a, b in combinations(members, 2)
        if a.voice == b.voice or a.report_id == b.report_id or is_copy(a, b)
    ]
    return _joined((m.key for m in members), same)


def copies_of(members: Sequence[Facts]) -> tuple[tuple[str, ...], ...]:
    """Give the groups of reports that tell the incident in the same words.

    Args:
        members: the accounts of one incident.

    Returns:
        Groups of two reports or more, each sorted, in the order of their first.
    """
    same = [
        (a.report_id, b.report_id)
        for a, b in combinations(members, 2)
        if a.report_id != b.report_id and is_copy(a, b)
    ]
    heads = _joined((m.report_id for m in members), same)
    return tuple(sorted(g for g in _grouped(heads) if len(g) > 1))


def _joined(keys: Iterable[str], same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map each key to the least of those it is joined to, over any steps."""
    head = {key: key for key in sorted(set(keys))}
    for left, right in same:
        one, two = sorted((head[left], head[right]))
        if one != two:
            head = {key: one if of == two else of for key, of in head.items()}
    return head


def _grouped(heads: Mapping[str, str]) -> list[tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key in sorted(heads):
        groups.setdefault(heads[key], []).append(key)
    return [tuple(group) for group in groups.values()]
