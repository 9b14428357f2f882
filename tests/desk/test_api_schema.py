"""Every address of the API holds to its description, whatever is asked, whoever asks.

``TAWTHIQ_EXAMPLES`` says how many requests each address is asked (``make slow``: 1000).
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import checks
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks as openapi_checks
from tests.desk.browsing import ROLES

from tawthiq.desk.api import access
from tawthiq.desk.api.describing import description
from tawthiq.desk.api.tokens import Scope, make_token
from tawthiq.desk.people.accounts import Account

EXAMPLES = int(os.environ.get("TAWTHIQ_EXAMPLES", "4"))
HELD = [
    checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_schema_conformance,
]


@pytest.fixture
def tokens(register: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    del register
    monkeypatch.setattr(access, "RATE", 10**9)
    monkeypatch.setattr(access, "STRANGERS_RATE", 10**9)
    made = {"": ""}
    for role in ROLES:
        person = Account.objects.get(username=role)
        made[role] = make_token(person, role, frozenset(Scope))[1]
    yield made
    connections.close_all()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("role", ["", *ROLES])
def test_no_request_of_any_role_breaks_the_description(
    role: str, tokens: dict[str, str]
) -> None:
    application = get_wsgi_application()
    schema = schemathesis.openapi.from_dict(dict(description()))
    schema.app = application
    schema.config.update(base_url="http://127.0.0.1")
    head = {"Authorization": f"Bearer {tokens[role]}"} if role else {}
    seen: Counter[int] = Counter()
    for result in schema.get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def ask(case: schemathesis.Case[Any]) -> None:
            answer = case.call_and_validate(headers=head, checks=HELD)
            seen[answer.status_code] += 1

        given(case=operation.as_strategy())(ask)()
    assert seen.keys() >= ({200, 404} if role else {200, 401})
