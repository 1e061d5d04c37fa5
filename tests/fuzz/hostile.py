"""What a request is made of: values, fields, bodies and headers, mostly as they should not be."""

import json
from dataclasses import dataclass
from io import BytesIO
from random import Random
from urllib.parse import quote_plus, urlencode
from zipfile import ZipFile

from PIL import Image as Pillow

from tests.fuzz.hostile_table import (
    CODES,
    DATES,
    FILE_NAMES,
    FORM,
    HEADERS,
    KINDS,
    MARKED,
    NUMBERS,
    ODD,
    PART_HEADERS,
)
from tests.planner.hostile import HOSTILE

POOLS = (MARKED, MARKED, HOSTILE, NUMBERS, DATES, CODES, ODD)
Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a browser would send from one form of a page that nobody touched."""

    fields: Fields
    files: tuple[str, ...]


def value(dice: Random) -> str:
    """Return something to type."""
    return dice.choice(dice.choice(POOLS))


def tampered(form: Form, names: list[str], dice: Random) -> Fields:
    """Return the fields of a form with some of them changed, gone, doubled, renamed or added."""
    fields = list(form.fields)
    for _ in range(dice.choice((0, 1, 1, 2, 4, 12))):
        place = dice.randrange(len(fields)) if fields else 0
        change = dice.randrange(6)
        if change <= 2 and fields:
            fields[place] = (fields[place][0], value(dice))
        elif change == 3 and fields:
            fields.pop(place)
        elif change == 4 and fields:
            fields.append((fields[place][0], value(dice)))
        else:
            fields.append((dice.choice(names), value(dice)))
    if dice.random() < 0.01:
        fields += [(f"f{number}", "1") for number in range(dice.choice((1_000, 3_000, 9_000)))]
    return fields


def query(names: list[str], dice: Random) -> str:
    """Return a query string, sometimes one that is none."""
    if dice.random() < 0.15:
        return dice.choice(
            ("%", "%00", "q=%ff", "&&==&", "?", "q" * 3_000, "q=%ed%a0%80", "q=\xe9")
        )
    pairs = [(dice.choice(names), value(dice)) for _ in range(dice.randrange(4))]
    return _encoded(pairs).decode()


def body(form: Form, names: list[str], dice: Random) -> tuple[bytes, str]:
    """Return a body and what it says it is."""
    fields, way = tampered(form, names, dice), dice.random()
    if (form.files and way < 0.8) or way < 0.12:
        files = form.files or (dice.choice(names),)
        return _multipart(fields, files, dice), "multipart/form-data; boundary=fuzz"
    if way < 0.93:
        return _encoded(fields), FORM
    if way < 0.95:
        return json.dumps(dict(fields)).encode(), "application/json"
    if way < 0.98:
        return _encoded(fields), dice.choice(KINDS)
    return dice.randbytes(dice.choice((0, 1, 60, 900))), dice.choice((FORM, *KINDS))


def _encoded(fields: Fields) -> bytes:
    return urlencode(
        [
            (name.encode("utf-8", "surrogatepass"), text.encode("utf-8", "surrogatepass"))
            for name, text in fields
        ],
        quote_via=quote_plus,
    ).encode()


def _multipart(fields: Fields, files: tuple[str, ...], dice: Random) -> bytes:
    parts = [(name, text.encode("utf-8", "surrogatepass"), "") for name, text in fields]
    parts += [(name, file(dice), dice.choice(FILE_NAMES)) for name in files]
    lines = []
    for name, content, filename in parts:
        quoted = name.encode("utf-8", "surrogatepass").replace(b"\r\n", b" ")
        extra = f'; filename="{filename}"'.encode() if filename else b""
        lines.append(b'--fuzz\r\nContent-Disposition: form-data; name="' + quoted + b'"' + extra)
        if dice.random() < 0.1:
            lines[-1] += b"\r\n" + dice.choice(PART_HEADERS)
        lines[-1] += b"\r\n\r\n" + content
    whole = b"\r\n".join(lines) + dice.choice(
        (b"\r\n--fuzz--\r\n",) * 9 + (b"", b"\r\n--fuzz", b"--")
    )
    return whole if dice.random() < 0.95 else whole[: dice.randrange(len(whole))]


def _picture() -> bytes:
    content = BytesIO()
    Pillow.new("RGB", (9, 7), "green").save(content, "PNG")
    return content.getvalue()


def _bundle(name: str, text: bytes) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as packed:
        packed.writestr(name, text)
    return content.getvalue()


FILES = (
    *(_picture(), b"GIF89a", b"RIFF\xff\xff\xff\xffWEBPVP8 ", b"<svg onload=zq9>", b"", b"\0" * 99),
    *(
        _bundle("topics.toml", b"[[topics]]\nslug='x'\nname='<zq9>'"),
        _bundle("../a", b"x"),
        b"PK\3\4",
    ),
    *(
        _bundle("articles/x.md", b"+++\ntitle = '\xff'\n+++\n<zq9>"),
        _bundle("a.toml", b"[" * 9_000),
    ),
    *(b"{}", b"[" * 9_000, b'{"record": {"chapters": [{}]}}', b'{"a": NaN}', b"\xef\xbb\xbf{}"),
    *(b'{"format": "strength-plan", "version": 1, "record": null}', b"null", b'"\\ud800"'),
)


def file(dice: Random) -> bytes:
    """Return the content of a file, whole or with some bytes changed."""
    content = bytearray(dice.choice(FILES))
    for _ in range(dice.choice((0, 0, 1, 5)) if content else 0):
        content[dice.randrange(len(content))] = dice.randrange(256)
    return bytes(content)


def headers(dice: Random) -> dict[str, str]:
    """Return a few forged headers, or none."""
    if dice.random() < 0.7:
        return {}
    return {
        name: dice.choice(HEADERS[name]) for name in dice.sample([*HEADERS], dice.randint(1, 3))
    }
