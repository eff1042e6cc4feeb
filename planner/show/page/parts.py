"""What the sections of a page are made of: tables, figures, lists."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence

from planner.judge.audit_rows import LedgerRow
from planner.show.markup import Inside, Markup, tag
from planner.show.wording import plain

_BROKEN = {"must": "Broken, and must hold", "should": "Not kept, though it would be better"}


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


def figure(caption: str, *pictures: Markup, paper: bool = False) -> Markup:
    """Return pictures with a caption.

    Parameters
    ----------
    paper
        Whether it is only for paper: each picture is then a file within the
        page, which costs a program that lays pages out less than elements do.
    """
    shown = [_embedded(one) for one in pictures] if paper else pictures
    return tag("figure", tag("div", *shown, class_="pictures") if len(pictures) > 1 else shown,
               tag("figcaption", caption))


def _embedded(picture: Markup) -> Markup:
    title = picture.partition("<title")[2].partition(">")[2].partition("</title>")[0]
    data = b64encode(picture.encode()).decode()
    return tag("img", src=f"data:image/svg+xml;base64,{data}", alt=Markup(title),
               class_="picture")


def sentences(said: Sequence[str], class_: str = "") -> Markup:
    """Return a list of sentences."""
    return tag("ul", [tag("li", one) for one in said], class_=class_ or None)


def broken(ledger: Sequence[LedgerRow], severity: str) -> Iterator[Markup]:
    """Yield the rules of a severity that are broken, under their title."""
    from planner.show.view import printable

    rows = [r for r in ledger if r.status == "broken" and r.severity == severity]
    if rows:
        yield tag("h3", _BROKEN[severity])
        yield sentences([printable(f"{plain(r.rule)} ({plain(r.where)}): {r.says}")
                         for r in rows])


def times(text: str) -> str:
    """Return a dose with the sign of multiplication: ``3 × 8``."""
    return text.replace(" x ", " × ")
