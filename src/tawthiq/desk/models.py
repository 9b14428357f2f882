"""The rows of the desk itself: who works here. What they decide is the register's."""

from tawthiq.desk.api.tokens import ApiToken
from tawthiq.desk.incidents.saved import SavedView
from tawthiq.desk.people.accounts import Account
from tawthiq.desk.publishing.wishes import PublishWish

__all__ = ["Account", "ApiToken", "PublishWish", "SavedView"]
