"""The addresses of incidents: list, map, pictures, and a page of each."""

from django.urls import path

from tawthiq.desk.incidents import acting, mapping, page, saved, trends, views

app_name = "incidents"
urlpatterns = [
    path("incidents/", views.listed, name="list"),
    path("incidents/<str:name>/", page.incident, name="incident"),
    path("incidents/<str:name>/grade/", acting.grade, name="grade"),
    path("incidents/<str:name>/review/", acting.review, name="review"),
    path("incidents/<str:name>/merge/", acting.merge, name="merge"),
    path("incidents/<str:name>/split/", acting.split, name="split"),
    path("incidents/<str:name>/undo/<int:number>/", acting.undo, name="undo"),
    path("map/", mapping.mapped, name="map"),
    path("map/window/", mapping.window, name="window"),
    path("map/rows/", mapping.rows, name="rows"),
    path("map/basemap.pmtiles", mapping.basemap, name="basemap"),
    path("trends/", trends.trends, name="trends"),
    path("trends/<str:name>.csv", trends.table, name="table"),
    path("saved/", saved.keep, name="keep"),
    path("saved/<int:number>/forget/", saved.forget, name="forget"),
]
