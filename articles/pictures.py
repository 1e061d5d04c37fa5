"""Uploaded pictures made small, upright and free of what cameras hide in them; pure."""

import hashlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

LARGEST_UPLOAD_BYTES = 10_000_000
MOST_PIXELS = 40_000_000
WIDTHS = (640, 1280)
KINDS = ("JPEG", "PNG", "WEBP", "GIF")
# Drawings have few colours and sharp edges, which only a lossless file keeps.
MOST_COLOURS_OF_A_DRAWING = 256
QUALITY = 80
# What Pillow may raise on a file that lies about itself.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)

Pixels = Image.Image


class PictureError(Exception):
    """A file that cannot be shown; the message says to an editor what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A picture at one width, as a WebP file."""

    width: int
    height: int
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()[:16]


def read_picture(upload: bytes) -> Pixels:
    """Return an upload as it is to be seen, or say why it is refused."""
    if len(upload) > LARGEST_UPLOAD_BYTES:
        raise PictureError("This file is larger than 10 MB. Make it smaller first.")
    try:
        with Image.open(BytesIO(upload), formats=KINDS) as opened:
            # The size stands in front of the file, so a bomb is known before it goes off.
            if opened.width * opened.height > MOST_PIXELS:
                raise PictureError("This picture has more than 40 million dots. Make it smaller.")
            if getattr(opened, "is_animated", False):
                raise PictureError("Moving pictures cannot be shown. Choose a still one.")
            upright = ImageOps.exif_transpose(opened)
            is_clear = upright.has_transparency_data
            return upright.convert("RGBA" if is_clear else "RGB")
    except BROKEN as error:
        raise PictureError("This is no picture we can read. Use JPEG, PNG, WebP or GIF.") from error


def sizes_of(pixels: Pixels) -> list[Size]:
    """Return a picture at each width that it fills, and never larger than it came."""
    widths = sorted({min(width, pixels.width) for width in WIDTHS})
    colours = pixels.getcolors(MOST_COLOURS_OF_A_DRAWING)
    return [_size(pixels, width, is_drawing=colours is not None) for width in widths]


def sizes_of_file(file: bytes) -> list[Size]:
    """Return a picture at each width, where the widest is a file of ours and stays as it is."""
    pixels = read_picture(file)
    if not file.startswith(b"RIFF") or pixels.width > max(WIDTHS):
        return sizes_of(pixels)
    *narrower, _widest = sizes_of(pixels)
    return [*narrower, Size(width=pixels.width, height=pixels.height, content=file)]


def _size(pixels: Pixels, width: int, *, is_drawing: bool) -> Size:
    height = max(1, round(pixels.height * width / pixels.width))
    file = BytesIO()
    small = pixels.resize((width, height), Image.Resampling.LANCZOS)
    # Dots alone are written: no place, no camera, no comment, no colour profile.
    small.save(file, "WEBP", lossless=is_drawing, quality=QUALITY, method=4)
    return Size(width=width, height=height, content=file.getvalue())
