"""What all records share."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record that knows no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
