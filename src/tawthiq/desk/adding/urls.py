"""Addresses of adding and of jobs."""

from django.urls import path

from tawthiq.desk.adding import job_views, views

app_name = "adding"
urlpatterns = [
    path("add/", views.add, name="add"),
    path("add/file/", views.file, name="file"),
    path("add/live/", views.live, name="live"),
    path("jobs/", job_views.jobs, name="jobs"),
    path("jobs/<int:number>/", job_views.job, name="job"),
    path("jobs/<int:number>/again/", job_views.again, name="again"),
]
