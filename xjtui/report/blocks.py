"""A document as blocks, so that text, markup and office files are drawn from one composition, each in its layout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document, centred."""

    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A line under the title, e.g. that it is a draft."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (一、) or 2 (（一）), its number included."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `records` are those its figures were counted from. `number` stands before it, '' where none does."""

    text: str
    number: str = ""
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title and heads; the cells are plain texts."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs and when, flush right."""

    unit: str
    day: str


Block = Title | Remark | Heading | Paragraph | Table | Signature


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language."""

    language: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The text of its title."""
        return next((block.text for block in self.blocks if isinstance(block, Title)), "")
