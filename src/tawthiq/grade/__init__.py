"""Takes an incident and its accounts, gives its grade with reasons in words."""

from tawthiq.grade.grades import grade_of
from tawthiq.grade.strike_status import strike_status_of

__all__ = ["grade_of", "strike_status_of"]
