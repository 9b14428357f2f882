"""Publication profiles out of the codebook."""

from tawthiq.errors import OptionError
from tawthiq.lang.codebook import Codebook
from tawthiq.model.profile import Disclosure, Profile

PUBLIC = "public"
"""The profile that holds where none is named."""


def profile_of(codebook: Codebook, code: str = PUBLIC) -> Profile:
    """Give a profile of ``codebook/profiles.csv``.

    Raises:
        OptionError: there is no profile of that name.
    """
    entries = codebook.tables["profiles"].entries
    if code not in entries:
        raise OptionError(
            ar=f"لا ملف نشر باسم {code!r}",
            en=f"there is no publication profile {code!r}",
            where="--profile",
            remedy_ar=f"اختر من: {' '.join(entries)}",
            remedy_en=f"choose one of: {' '.join(entries)}",
        )
    entry = entries[code]
    more = entry.more
    return Profile(
        code=code,
        label_ar=entry.label_ar,
        label_en=entry.label_en,
        delay_days=int(more["delay_days"]),
        grid_deg=float(more["grid_deg"]) if more["grid_deg"] else None,
        finest=more["finest"] or None,
        names=Disclosure(more["names"]),
        sources=Disclosure(more["sources"]),
        quotes=Disclosure(more["quotes"]),
        smallest_count=int(more["smallest_count"]),
    )
