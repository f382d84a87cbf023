"""What every view returns: one display with its markup and a text that says the same."""

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup

from auditkit.views.markup import element, shown


@dataclass(frozen=True, slots=True, repr=False)
class Display:
    """Something to show in a notebook, a page or a terminal; making it shows nothing."""

    html: Markup
    text: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return str(self.html)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        bundle = {"text/html": str(self.html), "text/plain": self.text}
        return {
            kind: bundle[kind]
            for kind in bundle
            if (not include or kind in include) and kind not in (exclude or ())
        }


def statement(text: str) -> Display:
    """A display of one sentence, used where there is nothing to draw or to list."""
    return Display(element("p", text, "ak-sentence"), shown(text))


def stacked(displays: list[Display]) -> Display:
    """One display of several, one below the other."""
    return Display(
        Markup("").join(display.html for display in displays),
        "\n\n".join(display.text for display in displays),
    )
