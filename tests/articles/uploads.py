"""Files that somebody may upload as a picture."""

from io import BytesIO

from PIL import Image as Pillow


def photo(width=1600, height=800, kind="JPEG", **facts) -> bytes:
    """Return a file with many colours, as a camera makes it."""
    file = BytesIO()
    Pillow.effect_noise((width, height), 80).convert("RGB").save(file, kind, **facts)
    return file.getvalue()


def drawing() -> bytes:
    file = BytesIO()
    plain = Pillow.new("RGB", (900, 90), "white")
    plain.paste("black", (0, 0, 450, 90))
    plain.save(file, "PNG")
    return file.getvalue()


def moving() -> bytes:
    file = BytesIO()
    frames = [Pillow.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return file.getvalue()


def bomb(width=20_000, height=20_000) -> bytes:
    file = BytesIO()
    Pillow.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()
