"""Forms of accounts, in our own words."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role
from tawthiq.desk.phrases import plain


class LoginForm(AuthenticationForm):
    """A name and a password."""

    def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        self.fields["username"].label = plain("people_name")
        self.fields["password"].label = plain("people_password")


class FirstForm(forms.Form):
    """The first account: its role is admin."""

    username = forms.CharField(
        max_length=150, validators=[UnicodeUsernameValidator()], strip=True
    )
    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    again = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        self.fields["username"].label = plain("people_name")
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].label = plain("people_password")
        self.fields["password"].help_text = plain("people_password_help")
        self.fields["again"].label = plain("people_password_again")

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is weak or was not typed the same twice."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        password = told.get("password")
        if password and told.get("again") and password != told["again"]:
            self.add_error("again", plain("people_passwords_differ"))
        if password:
            try:
                validate_password(password, Account(username=told.get("username", "")))
            except forms.ValidationError as fault:
                self.add_error("password", fault)
        return told

    def save(self) -> Account:
        """Make the account."""
        return Account.objects.create_user(
            username=self.cleaned_data["username"],
            password=self.cleaned_data["password"],
            role=Role.ADMIN.value,
        )
