"""The addresses of searching."""

from django.urls import path

from tawthiq.desk.search import views

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/keep/", views.keep, name="keep"),
]
