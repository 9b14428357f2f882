"""The addresses of what still wants a hand."""

from django.urls import path

from tawthiq.desk.following import views

app_name = "following"
urlpatterns = [
    path("follow-up/", views.follow_up, name="follow-up"),
    path("follow-up/ask/", views.asked_again, name="ask-again"),
]
