"""Words of a grade's reasons that name nobody: the rule, and at most how many voices."""

import re
from collections.abc import Mapping
from string import Formatter

from tawthiq.lang.conventions import convention
from tawthiq.model.incident import Reason

OVERRULED = "overruled:"
"""Before the name of a rule that held too (see `grade`)."""
_NUMBER = re.compile(r"\d+")


def bare_reason(reason: Reason) -> Reason:
    """Give a reason without the words that may name speakers or parties.

    Of a rule that counts voices and names nobody the words are made anew, of the rule
    and the number alone: what else stood in them is gone.
    """
    return Reason(
        rule=reason.rule,
        ar=_counted(reason.rule, reason.ar, "ar"),
        en=_counted(reason.rule, reason.en, "en"),
        claims=reason.claims,
    )


def rule_of(name: str) -> Mapping[str, str] | None:
    """Give the rule of this name, overruled or not; None where there is none."""
    bare = name.removeprefix(OVERRULED)
    rules = convention("grade_rules")
    return next((rule for rule in rules if rule["rule"] == bare), None)


def blanks_of(template: str) -> set[str]:
    """Give what the words of a rule leave open."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def _counted(name: str, told: str, language: str) -> str:
    rule, number = rule_of(name), _NUMBER.search(told)
    if rule is None or number is None or blanks_of(rule[language]) != {"n"}:
        return ""
    return rule[language].format(n=int(number.group()))
