"""The addresses of publishing."""

from django.urls import path

from tawthiq.desk.publishing import export_views, views

app_name = "publishing"
urlpatterns = [
    path("publish/", views.publish, name="publish"),
    path("publish/<int:number>/", views.wish, name="wish"),
    path("publish/<int:number>/decide/", views.decide, name="decide"),
    path("publish/<str:profile>.zip", views.archive, name="archive"),
    path("exports/<int:number>/", export_views.export, name="export"),
]
