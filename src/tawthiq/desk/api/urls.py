"""The addresses of the API, and of the page where tokens are made."""

from django.urls import path

from tawthiq.desk.api import (
    describing,
    feeds,
    items,
    records,
    token_views,
    writing,
)

app_name = "api"
ITEMS = "api/v1/collections/incidents/items"
urlpatterns = [
    path("api/v1/", describing.landing, name="landing"),
    path("api/v1/conformance", describing.conformance, name="conformance"),
    path("api/v1/openapi.json", describing.openapi, name="openapi"),
    path("api/v1/collections", items.collections, name="collections"),
    path("api/v1/collections/incidents", items.collection, name="collection"),
    path(ITEMS, items.items, name="items"),
    path(f"{ITEMS}/<str:name>", items.item, name="item"),
    path(f"{ITEMS}/<str:name>/review", writing.review, name="review"),
    path("api/v1/claims", records.claims, name="claims"),
    path("api/v1/sources", records.sources, name="sources"),
    path("api/v1/incidents.atom", feeds.atom, name="atom"),
    path("api/v1/incidents.rss", feeds.rss, name="rss"),
    path("tokens/", token_views.tokens, name="tokens"),
    path("tokens/<int:number>/revoke/", token_views.revoked, name="revoke"),
]
