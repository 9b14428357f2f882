"""The addresses of accounts."""

from django.urls import path

from tawthiq.desk.people import (
    account_views,
    audit_views,
    giving_views,
    lifting_views,
    passkey_views,
    second_step_views,
    session_views,
    views,
)

app_name = "people"
urlpatterns = [
    path("login/", views.login, name="login"),
    path("login/code/", second_step_views.code, name="code"),
    path("two-factor/", second_step_views.two_factor, name="two-factor"),
    path("passkeys/", passkey_views.passkeys_page, name="passkeys"),
    path("logout/", views.logout, name="logout"),
    path("first/<str:word>/", views.first, name="first"),
    path("password/", account_views.password, name="password"),
    path("sessions/", session_views.sessions, name="sessions"),
    path("accounts/", account_views.accounts, name="accounts"),
    path("accounts/<int:number>/", account_views.account, name="account"),
    path("accounts/<int:number>/lift/", lifting_views.lifted, name="lift"),
    path("accounts/<int:number>/password/", giving_views.given, name="give"),
    path("audit/", audit_views.audit, name="audit"),
    path("agreement/", audit_views.agreement, name="agreement"),
]
