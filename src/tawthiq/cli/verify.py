"""``tawthiq verify``: recompute everything a register keeps, name what differs."""

from pathlib import Path

import typer

from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)

WORDS = {
    "altered": ("تغير", "altered"),
    "missing": ("مفقود", "missing"),
    "unrecorded": ("لا يذكره سجل العهدة", "not in the custody ledger"),
    "unchained": ("لا يتصل بما قبله", "not chained to the entry before"),
    "misquoted": ("الاقتباس لا يطابق النص", "the quote is not in the text"),
    "stray": ("ملف غريب في الأدلة", "a stray file among the evidence"),
    "forged": ("التوقيع لا يصح", "the signature is not valid"),
    "unreadable": ("لا يقرأ", "cannot be read"),
    "rewritten": (
        "كتب سجل العهدة من جديد بعد الختم",
        "the ledger was rewritten after it",
    ),
    "untimed": ("الوقت الموثوق لا يصح", "the trusted time does not hold"),
    "cut": ("قطع آخر سجل العهدة بعد الختم", "the ledger was cut after it"),
}
"""What a difference is called, in Arabic and in English."""


@app.command()
def verify(
    register: Path = typer.Argument(..., help="مجلد السجل · The register's folder."),  # noqa: B008
) -> None:
    """تحقق من أن شيئا لم يتغير · Prove that nothing was altered."""
    from tawthiq.workflow.registers.opening import open_register  # noqa: PLC0415

    opened = open_register(register)
    # Opening starts Django, which the register's rows need before they are imported.
    from tawthiq.workflow.registers.verifying import chain_head, differences  # noqa: PLC0415

    arabic = settings_of().ui == "ar"
    found = 0
    for one in differences(opened):
        found += 1
        what, en = WORDS[one.kind]
        typer.echo(f"{one.what} {one.which}: {what if arabic else en}")
    if found:
        typer.echo(f"اختلف {found}" if arabic else f"{found} differ", err=True)
        raise typer.Exit(1)
    number, digest = chain_head()
    typer.echo(
        f"لم يتغير شيء: {number} قيدا، آخرها {digest}"
        if arabic
        else f"nothing was altered: {number} entries, the last {digest}"
    )
