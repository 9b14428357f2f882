"""The addresses of accounts."""

from django.urls import path

from tawthiq.desk.people import views

app_name = "people"
urlpatterns = [
    path("login/", views.login, name="login"),
    path("logout/", views.logout, name="logout"),
    path("first/<str:word>/", views.first, name="first"),
]
