"""Forms by which accounts are made and changed."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator

from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.roles import Role
from tawthiq.desk.phrases import plain


class RoleForm(forms.Form):
    """What a person may do."""

    role = forms.ChoiceField(choices=())

    def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        role = self.fields["role"]
        assert isinstance(role, forms.ChoiceField)  # noqa: S101 - for the checker
        role.label = plain("people_role")
        role.choices = [(one.value, plain(f"role_{one.value}")) for one in Role]


class NewAccountForm(RoleForm):
    """A name, a role, and a password that its owner must change at the first entry."""

    username = forms.CharField(
        max_length=150, validators=[UnicodeUsernameValidator()], strip=True
    )
    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    field_order = ("username", "role", "password")

    def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        self.fields["username"].label = plain("people_name")
        self.fields["username"].widget.attrs["autocomplete"] = "off"
        self.fields["password"].label = plain("people_password")
        self.fields["password"].help_text = plain("people_password_help")

    def clean_username(self) -> str:
        """Refuse a name that somebody has, in whatever case it is written."""
        name: str = self.cleaned_data["username"]
        if Account.objects.filter(username__iexact=name).exists():
            raise forms.ValidationError(plain("people_name_taken"))
        return name

    def clean_password(self) -> str:
        """Refuse a password that is weak."""
        told: str = self.cleaned_data["password"]
        validate_password(told, Account(username=self.cleaned_data.get("username", "")))
        return told

    def save(self) -> Account:
        """Make the account."""
        return Account.objects.create_user(
            username=self.cleaned_data["username"],
            password=self.cleaned_data["password"],
            password_given=True,
            role=self.cleaned_data["role"],
        )


class ChangeForm(RoleForm):
    """The role of an account, and whether it may still be used."""

    is_active = forms.BooleanField(required=False)

    def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        self.fields["is_active"].label = plain("people_active")


class PasswordForm(forms.Form):
    """One's own password, with the old one and twice the new one."""

    old = forms.CharField(
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    again = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *words: Any, person: Account, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **named)
        self._person = person
        self.fields["old"].label = plain("people_password_old")
        self.fields["new"].label = plain("people_password_new")
        self.fields["new"].help_text = plain("people_password_help")
        self.fields["again"].label = plain("people_password_again")

    def clean_old(self) -> str:
        """Refuse a wrong old password."""
        told: str = self.cleaned_data["old"]
        if not self._person.check_password(told):
            raise forms.ValidationError(plain("people_password_wrong"))
        return told

    def clean_new(self) -> str:
        """Refuse a password that is weak, or the one that stands."""
        told: str = self.cleaned_data["new"]
        validate_password(told, self._person)
        if self._person.check_password(told):
            raise forms.ValidationError(plain("people_password_same"))
        return told

    def clean(self) -> dict[str, Any]:
        """Refuse a new password that was not typed the same twice."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("new") and told.get("new") != told.get("again"):
            self.add_error("again", plain("people_passwords_differ"))
        return told
