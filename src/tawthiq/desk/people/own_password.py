"""A form that wants the password of who sends it: an open session is not enough."""

from typing import Any

from django import forms
from django.contrib import auth
from django.http import HttpRequest

from tawthiq.desk.phrases import plain


class OwnPasswordForm(forms.Form):
    """The password of who asks; many wrong ones lock as at the door."""

    password = forms.CharField(
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *words: Any, request: HttpRequest, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        self._request = request
        self.fields["password"].label = plain("people_password_old")

    def clean_password(self) -> str:
        """Refuse a wrong password."""
        told: str = self.cleaned_data["password"]
        name = self._request.user.get_username()
        if auth.authenticate(self._request, username=name, password=told) is None:
            raise forms.ValidationError(plain("people_password_wrong"))
        return told
