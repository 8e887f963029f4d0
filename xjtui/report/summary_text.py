"""The self-check summary as plain text: first lines indented, the signature flush right, the annex in columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from xjtui.domain.summary import Summary
from xjtui.report.blocks import Block, Document, Heading, Paragraph, Remark, Signature, Table, Title
from xjtui.report.summary_document import summary_document
from xjtui.report.table import cells, columns, safe, wrap
from xjtui.words import Words

WIDTH = 78
NARROW = (4, 22, 15, 8, 12, 12)
"""Cells of a table's columns but the last, at most; what the last one says stands in a line of its own."""


def summary_text(summary: Summary, words: Words, *, width: int | None = WIDTH) -> str:
    """The summary in lines of at most `width` cells; None: each paragraph in one line, as befits further use."""
    return document_text(summary_document(summary, words), width)


def document_text(document: Document, width: int | None = WIDTH) -> str:
    """Any document of blocks as plain text."""
    indent = "　　" if document.language == "zh" else ""
    lines = [line for block in document.blocks for line in _lines(block, indent, width)]
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _lines(block: Block, indent: str, width: int | None) -> Iterator[str]:
    match block:
        case Title(text=text):
            yield from (_centred(line, width) for line in _wrapped(safe(text), width))
            yield ""
        case Remark(text=text):
            yield _centred(safe(text), width)
            yield ""
        case Heading(level=level, text=text):
            if level == 1:
                yield ""
            yield from _wrapped(indent + safe(text), width)
        case Paragraph(text=text, number=number):
            yield from _wrapped(indent + number + safe(text), width)
        case Signature(unit=unit, day=day):
            yield ""
            widest = max(cells(unit), cells(day))
            for text in (unit, day):
                edge = (width or WIDTH) - 4
                yield " " * max(0, edge - widest + (widest - cells(text)) // 2) + safe(text)
        case Table(title=title, head=head, rows=rows):
            yield ""
            yield safe(title)
            yield ""
            shown = [head[:-1], *(tuple(safe(cell) for cell in row[:-1]) for row in rows)]
            lines = columns(shown, gap=1, most=() if width is None else NARROW)
            yield lines[0]
            inset = " " * (cells(head[0]) + 1)
            for line, row in zip(lines[1:], rows, strict=True):
                yield line
                if row[-1]:
                    said = f"{inset}{head[-1]} {safe(row[-1])}"
                    yield from [said] if width is None else wrap(said, width, inset)
        case other:
            assert_never(other)


def _wrapped(text: str, width: int | None) -> list[str]:
    return [text] if width is None else wrap(text, width)


def _centred(text: str, width: int | None) -> str:
    return " " * max(0, ((width or WIDTH) - cells(text)) // 2) + text
