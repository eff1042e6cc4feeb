"""What the sections of a page are made of: tables, figures, lists."""

from __future__ import annotations

from collections.abc import Sequence

from planner.markup import Inside, Markup, tag


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Inside]],
          numbers: Sequence[int] = (), class_: str = "") -> Markup:
    """Return a table whose first column names its rows.

    Parameters
    ----------
    numbers
        The columns of figures, which stand at the right.
    """
    def side(i: int) -> str | None:
        return "number" if i in numbers else None

    return tag(
        "table", tag("caption", caption, class_="hidden"),
        tag("thead", tag("tr", [tag("th", words, scope="col", class_=side(i))
                                for i, words in enumerate(head)])),
        tag("tbody", [tag("tr", tag("th", row[0], scope="row"),
                          [tag("td", cell, class_=side(i)) for i, cell in enumerate(row) if i])
                      for row in rows]), class_=class_ or None)


def figure(caption: str, *inside: Inside) -> Markup:
    """Return pictures with a caption."""
    return tag("figure", *inside, tag("figcaption", caption))


def sentences(said: Sequence[str], class_: str = "") -> Markup:
    """Return a list of sentences."""
    return tag("ul", [tag("li", one) for one in said], class_=class_ or None)


def times(text: str) -> str:
    """Return a dose with the sign of multiplication: ``3 × 8``."""
    return text.replace(" x ", " × ")
