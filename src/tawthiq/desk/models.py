"""The rows of the desk itself: who works here. What they decide is the register's."""

from tawthiq.desk.api.tokens import ApiToken
from tawthiq.desk.assigning.assignments import Assignment
from tawthiq.desk.incidents.saved import SavedView
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.people.passkeys import Passkey
from tawthiq.desk.publishing.exports import ExportWish
from tawthiq.desk.publishing.wishes import PublishWish
from tawthiq.desk.restricting.restrictions import Restriction
from tawthiq.desk.team.comments import Comment

__all__ = [
    "Account",
    "ApiToken",
    "Assignment",
    "Comment",
    "ExportWish",
    "Passkey",
    "PublishWish",
    "Restriction",
    "SavedView",
]
