"""What can go wrong when a page is fetched, in Arabic and English with its remedy."""

from tawthiq.errors import InputError, OptionError

LONGEST_ADDRESS = 200
"""Code points of an address that a message repeats."""


def not_asked(where: str) -> InputError:
    """Say that addresses are not fetched unless asked."""
    return InputError(
        ar="لا تُجلب العناوين من الشبكة إلا إن طُلب ذلك",
        en="addresses are not fetched from the network unless asked",
        where=_short(where),
        remedy_ar="أضف ‎--fetch؛ واعلم أن الخادم ومن بينكما يرون أنك جلبتها",
        remedy_en="add --fetch; the server and those between will see that you did",
    )


def wrong_address(where: str) -> InputError:
    """Say that something is no address of a page."""
    return InputError(
        ar="ليس عنوان صفحة يُجلب",
        en="it is no address of a page that can be fetched",
        where=_short(where),
        remedy_ar="اكتبه كاملا: https://… بلا اسم مستخدم ولا كلمة سر",
        remedy_en="write it whole: https://… without a user's name or password",
    )


def refused(where: str) -> InputError:
    """Say that an address leads into a private network, or to an odd port."""
    return InputError(
        ar="العنوان داخل شبكة خاصة أو منفذ غير معتاد: لم يُجلب",
        en="the address is inside a private network or on an odd port: not fetched",
        where=_short(where),
        remedy_ar="احفظ الصفحة بنفسك وأعط الملف",
        remedy_en="save the page yourself and give the file",
    )


def unknown_host(where: str) -> InputError:
    """Say that a name has no address."""
    return InputError(
        ar="لا خادم معروف بهذا الاسم",
        en="no server is known by this name",
        where=_short(where),
        remedy_ar="تحقق من العنوان ومن اتصالك بالشبكة",
        remedy_en="check the address, and that you are connected",
    )


def unreachable(where: str, reason: str) -> InputError:
    """Say that a server cannot be reached; ``reason`` is the library's word."""
    return InputError(
        ar=f"تعذر الوصول إلى الخادم ({reason})",
        en=f"the server cannot be reached ({reason})",
        where=_short(where),
        remedy_ar="أعد المحاولة، أو احفظ الصفحة وأعط الملف",
        remedy_en="try again, or save the page and give the file",
    )


def answered(where: str, status: int) -> InputError:
    """Say that a server answered with an error."""
    return InputError(
        ar=f"أجاب الخادم بالرمز {status}",
        en=f"the server answered {status}",
        where=_short(where),
        remedy_ar="قد تكون الصفحة حُذفت؛ جرّب web.archive.org",
        remedy_en="the page may be gone; try web.archive.org",
    )


def too_late(where: str, seconds: float) -> InputError:
    """Say that a page did not come in time."""
    return InputError(
        ar=f"لم تصل الصفحة في {seconds:g} ثانية",
        en=f"the page did not come within {seconds:g} seconds",
        where=_short(where),
        remedy_ar="أعد المحاولة، أو احفظ الصفحة وأعط الملف",
        remedy_en="try again, or save the page and give the file",
    )


def too_large(where: str, limit: int) -> InputError:
    """Say that an answer has more bytes than are taken."""
    size = f"{limit / 1_000_000:g} MB"
    return InputError(
        ar=f"الجواب أكبر مما يُجلب ({size})",
        en=f"the answer is larger than what is fetched ({size})",
        where=_short(where),
        remedy_ar="نزّله بنفسك وأعط ما يلزم منه",
        remedy_en="fetch it yourself and give what is needed of it",
    )


def too_many_redirects(where: str, limit: int) -> InputError:
    """Say that an address leads on and on."""
    return InputError(
        ar=f"تحويلات أكثر من {limit}",
        en=f"more than {limit} redirects",
        where=_short(where),
        remedy_ar="افتحه في متصفح واحفظ الصفحة",
        remedy_en="open it in a browser and save the page",
    )


def wrong_proxy(proxy: str) -> OptionError:
    """Say that a proxy is none."""
    scheme = proxy.partition("://")[0][:20]
    return OptionError(
        ar=f"وكيل غير معروف النوع: {scheme}",
        en=f"a proxy of unknown kind: {scheme}",
        where="--proxy",
        remedy_ar="اكتب مثلا: socks5h://127.0.0.1:9050",
        remedy_en="write for example socks5h://127.0.0.1:9050",
    )


def asked_for(fault: InputError, address: str) -> InputError:
    """Put a fault down to the whole address that was asked for, so that it is asked again.

    Where the address led elsewhere, the words say where it was that went wrong.
    """
    whole = _printable(address)
    led = "" if fault.where in {_short(address), whole} else f" ({fault.where})"
    return InputError(
        ar=f"{fault.ar}{led}",
        en=f"{fault.en}{led}",
        where=whole,
        remedy_ar=fault.remedy_ar,
        remedy_en=fault.remedy_en,
    )


def _short(where: str) -> str:
    return _printable(where)[:LONGEST_ADDRESS]


def _printable(where: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in where)
