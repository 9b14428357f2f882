"""The addresses of reviewing."""

from django.urls import path

from tawthiq.desk.reviewing import captures, views

app_name = "reviewing"
urlpatterns = [
    path("queue/", views.queue, name="queue"),
    path("queue/next/", views.following, name="next"),
    path("reports/<path:name>/", views.report, name="report"),
    path("revise/<path:name>/", views.revise, name="revise"),
    path("captures/<str:digest>/file/", captures.download, name="capture"),
    path("captures/<str:digest>/page/", captures.sandboxed, name="capture_page"),
]
