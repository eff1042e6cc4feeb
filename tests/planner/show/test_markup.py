"""Elements as text: whatever is not markup is escaped."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from planner.show.markup import Markup, escape, joined, tag


class Reader(HTMLParser):
    """Keeps the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        self.found.append(data)


def test_an_element() -> None:
    """Attributes turn their underscores, texts are escaped, markup is not."""
    made = tag("a", "x < y ", tag("b", "&"), class_="link", stroke_width=1.5, href="#a\"b")

    assert made == ('<a class="link" stroke-width="1.5" href="#a&#34;b">'
                    "x &lt; y <b>&amp;</b></a>")


def test_attributes_that_are_left_out() -> None:
    """None and False are left out, True stands without a value, zero is a figure."""
    assert tag("td", hidden=None, checked=False, x=0) == '<td x="0"></td>'
    assert tag("input", type="checkbox", checked=True) == '<input type="checkbox" checked="">'


def test_nested_pieces() -> None:
    """Lists and generators are joined as they come, nested ones too."""
    assert joined(["a", (tag("i", str(n)) for n in (1, 2)), ["<"]]) == "a<i>1</i><i>2</i>&lt;"
    assert isinstance(joined(["a"]), Markup)


@given(st.text())
def test_any_text_is_xml_and_html(text: str) -> None:
    """What no XML may hold is dropped; all else comes back from either reader."""
    # The two readers turn line ends into one another, so that they are compared as one.
    kept = "".join(c for c in text if c in "\t\n" or " " <= c <= "\ud7ff"
                   or "\ue000" <= c <= "\ufffd" or c > "\uffff")
    source = tag("p", text.replace("\r", ""), title=text.replace("\r", ""))

    read = ElementTree.fromstring(source)
    assert (read.text or "") == kept
    assert read.get("title") == kept.replace("\t", " ").replace("\n", " ")

    reader = Reader()
    reader.feed(source)
    reader.close()
    assert "".join(reader.found) == kept


def test_escaped_twice_is_escaped_twice() -> None:
    """`escape` takes a text; what comes of it is markup, which `joined` leaves alone."""
    assert escape("&amp;") == "&amp;amp;"
    assert joined(escape("'")) == "&#39;"
