"""``tawthiq show``: one incident, its claims side by side, who says what."""

import json
from pathlib import Path

import typer

from tawthiq.cli.options_told import language_of
from tawthiq.cli.registers import ARGUMENT, opened
from tawthiq.cli.settings import settings_of

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def show(
    register: Path = ARGUMENT,
    name: str = typer.Argument(..., help="رمز الواقعة أو معرفها · Its code or id."),
    *,
    as_json: bool = typer.Option(
        False,  # noqa: FBT003
        "--json",
        help="اطبعها JSON · Print it as JSON.",
    ),
    ui: str = typer.Option("", help="لغة العرض: ar أو en · The language of labels."),
) -> None:
    """اعرض واقعة وما تقوم عليه · Show an incident and what it rests on."""
    language = language_of(ui, settings_of().ui)
    opened(register)
    from tawthiq.workflow.registers.viewing import incident  # noqa: PLC0415 - after Django

    found, told = incident(name)
    if as_json:
        from tawthiq.model.incident_format import incident_to_dict  # noqa: PLC0415

        print(json.dumps(incident_to_dict(found), ensure_ascii=False, indent=2))  # noqa: T201
        return
    from tawthiq.cli.cards.incident_card import print_incident  # noqa: PLC0415
    from tawthiq.lang.codebook import load_codebook  # noqa: PLC0415

    print_incident(found, told, codebook=load_codebook(), language=language)
