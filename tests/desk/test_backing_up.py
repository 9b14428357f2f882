"""A backup holds who works at the desk and who may see what, beside the register."""

from pathlib import Path

from django.db import connections
from tests.desk.browsing import PASSWORD, ROLES
from tests.desk.conftest import tawthiq

from tawthiq.desk.models import Comment
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.restricting.restrictions import Restriction, restrict
from tawthiq.desk.serving import open_desk
from tawthiq.model.revision import Ruling
from tawthiq.register.models import StandingRow
from tawthiq.workflow.registers import revising
from tawthiq.workflow.registers.opening import open_register
from tawthiq.workflow.registers.revising import Ruled, under_review


def test_accounts_restrictions_and_rulings_come_back(
    register: Path, tmp_path: Path
) -> None:
    name = StandingRow.objects.order_by("name")[0].name
    lead = Account.objects.get(username="lead")
    restrict("report", name, [lead.pk], by="admin", reason="a witness is named")
    target = next(under_review(name).draft.values()).target
    opened = open_register(register)
    revising.rule(opened, name, Ruled(target=target, ruling=Ruling.ACCEPT))
    connections.close_all()
    file, folder = tmp_path / "kept.tar.gz", tmp_path / "back"
    tawthiq(tmp_path / "home", "backup", register, file)
    tawthiq(tmp_path / "home", "restore", file, folder)
    open_desk(folder)
    assert set(Account.objects.values_list("username", flat=True)) == set(ROLES)
    assert Account.objects.get(username="coder").check_password(PASSWORD)
    back = Restriction.objects.get()
    assert [one.username for one in back.people.all()] == ["lead"]
    assert next(under_review(name).draft.values()).ruling is Ruling.ACCEPT
    assert Comment.objects.count() == 0
    tawthiq(tmp_path / "home", "verify", folder)
