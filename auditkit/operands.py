"""What operations work on: temporaries, places, constants, texts and addresses.

Apart from the operations because a place has a spelling and parts of its own: `Place.indices` are
the operands inside of its brackets, which are read wherever the place is read or written.
"""

from dataclasses import dataclass, field

from auditkit.kinds import VariableKind


@dataclass(frozen=True, slots=True)
class Temp:
    """A named temporary, `%3`: the result of a call or of a computation."""

    number: int

    def __str__(self) -> str:
        return f"%{self.number}"


@dataclass(frozen=True, slots=True)
class Place:
    """An access path (`n`, `d->ssl`, `this->state`, `*out`, `buf[i]`) and the variable it starts
    at.

    `indices` holds the operands in its brackets; they follow from the text and count for nothing
    when places are compared.
    """

    text: str
    root: str
    kind: VariableKind
    indices: "tuple[Operand, ...]" = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant as written (`-1`, `SSL_ERROR_NONE`, `nullptr`), with its value if it is known."""

    text: str
    value: int | None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Text:
    """A string literal, as written."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a place, `&length`."""

    place: Place

    def __str__(self) -> str:
        return f"&{self.place.text}"


Operand = Temp | Place | Constant | Text | Address
