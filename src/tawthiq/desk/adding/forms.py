"""What a person hands in, and what they say of it."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from tawthiq.desk.figures import digits, months
from tawthiq.desk.phrases import plain
from tawthiq.desk.typed import day_of

Sent: TypeAlias = "UploadedFile[Any]"

MOST_BYTES = 50_000_000
"""Of one file: what the reader takes of one (`read.options.Limits`)."""
LONGEST_TEXT = 300_000
"""Letters of a pasted text: as many as the reader reads."""


class _Files(forms.FileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """Any number of files, each within the bounds."""

    def clean(self, data: Any, initial: Any = None) -> list[Sent]:  # noqa: ANN401
        told = data if isinstance(data, list) else [data] if data else []
        return [super(_FilesField, self).clean(one, initial) for one in told]


class _Day(forms.DateField):
    """A day, in any of the three sets of digits."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401
        found = day_of(value) if isinstance(value, str) else None
        return super().to_python(value if found is None else found)


class SaidForm(forms.Form):
    """What a person says of a report: its day, its outlet, its language."""

    published = _Day(required=False, input_formats=["%Y-%m-%d"])
    outlet = forms.CharField(required=False, max_length=200)
    language = forms.ChoiceField(required=False, choices=())

    def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        for name in self.fields:
            self.fields[name].label = plain(f"adding_{name}")
        day = self.fields["published"]
        day.help_text = digits(plain("adding_published_help"))
        day.widget.attrs.update(
            {
                "dir": "auto",
                "placeholder": digits(plain("day_placeholder")),
                "autocomplete": "off",
                "data-day": True,
                "data-months": months(),
                "data-wrong": digits(plain("day_wrong")),
            }
        )
        day.error_messages["invalid"] = digits(plain("adding_published_wrong"))
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)  # noqa: S101 - for the checker
        language.choices = [
            (code, plain(f"adding_language_{code or 'auto'}"))
            for code in ("", "ar", "en")
        ]

    def said(self) -> Mapping[str, str]:
        """Give what was said, as a job carries it; what was not said is left out."""
        day = self.cleaned_data["published"]
        told = {
            "published": day.isoformat() if day else "",
            "outlet": self.cleaned_data["outlet"],
            "language": self.cleaned_data["language"],
        }
        return {name: value for name, value in told.items() if value}


class FileForm(SaidForm):
    """One or more files."""

    documents = _FilesField(required=False, max_length=255, widget=_Files())

    def clean_documents(self) -> list[Sent]:
        """Refuse what is longer than the reader takes."""
        found: list[Sent] = self.cleaned_data["documents"]
        for one in found:
            if (one.size or 0) > MOST_BYTES:
                raise forms.ValidationError(plain("adding_file_too_large"))
        return found


class AddForm(FileForm):
    """A text, an address, files: at least one of them."""

    text = forms.CharField(
        required=False, max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 12})
    )
    address = forms.URLField(required=False, max_length=2_000, assume_scheme="https")

    def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        self.fields["text"].widget.attrs["dir"] = "auto"
        self.fields["address"].widget.attrs["dir"] = "ltr"
        if not settings.FETCH:
            del self.fields["address"]

    def clean(self) -> dict[str, Any]:
        """Refuse an empty form."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        given = any(told.get(name) for name in ("text", "address", "documents"))
        if not given and not self.errors:
            raise forms.ValidationError(plain("adding_nothing"))
        return told
