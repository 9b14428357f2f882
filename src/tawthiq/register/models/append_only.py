"""Rows that are written once: nothing kept is changed or removed."""

from typing import Any, NoReturn, Self, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


class OnlyAdds(models.QuerySet[Row]):
    """A query set that adds and reads, and refuses everything else."""

    def update(self, **values: Any) -> NoReturn:  # noqa: ANN401
        """Refuse."""
        _refuse("update", self.model, values)

    def delete(self) -> NoReturn:
        """Refuse."""
        _refuse("delete", self.model, {})

    def bulk_update(self, *args: Any, **values: Any) -> NoReturn:  # noqa: ANN401
        """Refuse."""
        _refuse("bulk_update", self.model, {"args": args, **values})


OnlyAddsManager = models.Manager.from_queryset(OnlyAdds)


class AppendOnly(models.Model):
    """A row that is added once and stays as it is."""

    objects = OnlyAddsManager()

    class Meta:
        """No table of its own."""

        abstract = True

    def save(self, **options: Any) -> None:  # noqa: ANN401,
        """Add the row; a row that is there already is an error."""
        options["force_insert"] = True
        super().save(**options)

    def delete(self, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
        """Refuse."""
        _refuse("delete", type(self), {})

    @classmethod
    def add_all(cls, rows: list[Self], *, passing_over: bool = False) -> None:
        """Add many rows at once; those there already are an error or passed over."""
        cls.objects.bulk_create(rows, ignore_conflicts=passing_over, batch_size=400)

    @classmethod
    def add_numbered(cls, rows: list[Self]) -> None:
        """Add many rows, each of which then knows its number."""
        if connection.features.can_return_rows_from_bulk_insert:
            cls.add_all(rows)
        else:  # SQLite before 3.35
            for row in rows:
                row.save()


def _refuse(what: str, model: type, values: dict[str, Any]) -> NoReturn:
    msg = f"{model.__name__} is only added to: no {what} ({sorted(values)})"
    raise TypeError(msg)
