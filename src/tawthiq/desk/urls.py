"""The addresses of the desk, a section a line."""

from django.urls import include, path

urlpatterns = [
    path("", include("tawthiq.desk.home.urls")),
    path("", include("tawthiq.desk.people.urls")),
    path("", include("tawthiq.desk.incidents.urls")),
    path("", include("tawthiq.desk.following.urls")),
    path("", include("tawthiq.desk.reviewing.urls")),
    path("", include("tawthiq.desk.adding.urls")),
    path("", include("tawthiq.desk.search.urls")),
    path("", include("tawthiq.desk.api.urls")),
    path("", include("tawthiq.desk.publishing.urls")),
    path("", include("tawthiq.desk.team.urls")),
]

handler400 = "tawthiq.desk.failures.bad_request"
handler403 = "tawthiq.desk.failures.forbidden"
handler404 = "tawthiq.desk.failures.missing"
handler500 = "tawthiq.desk.failures.fault"
