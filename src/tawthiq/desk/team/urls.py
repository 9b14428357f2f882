"""The addresses of a team's work; each takes what a form of another page tells."""

from django.urls import path

from tawthiq.desk.team import views

app_name = "team"
urlpatterns = [
    path("assign/<path:name>/", views.assigned, name="assign"),
    path("comments/<int:number>/strike/", views.struck, name="strike"),
    path("comments/on/<str:kind>/<path:about>/", views.commented, name="comment"),
    path("restrict/<str:kind>/<path:name>/", views.restricted, name="restrict"),
]
