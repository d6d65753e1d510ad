"""What a planner says to one query."""

import dataclasses


@dataclasses.dataclass
class Answer:
    """A plan or a refusal."""

    refusal: str = ""  # its message
    steps: list = dataclasses.field(default_factory=list)  # `+id` or `-id`; a stamp has none
    final: list = dataclasses.field(default_factory=list)  # rows at the end, sorted
    rows_after: list = dataclasses.field(default_factory=list)  # rows after each step, if the planner said

    @property
    def is_plan(self):
        return not self.refusal

    def leads_as(self, other):
        """Whether both refuse, or apply the same set of steps and end at the same rows."""
        if not (self.is_plan and other.is_plan):
            return self.is_plan == other.is_plan
        return sorted(self.steps) == sorted(other.steps) and self.final == other.final
