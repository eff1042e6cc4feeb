"""The plan itself: what ``coach check`` and every other command reads."""

from __future__ import annotations

from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.view import Sheet


class PlanJson(BaseFormat):
    """JSON of the schema ``plan/1``, whole: sessions are not left out."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the plan as it is."""
        return Export(f"{sheet.plan.model_dump_json(indent=1)}\n".encode())


JSON = PlanJson("json", (".json",), "the plan itself")
