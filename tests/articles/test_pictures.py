"""An upload becomes small, upright and free of what cameras hide in it, or is refused."""

from io import BytesIO

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from articles import pictures
from articles.pictures import PictureError, read_picture, sizes_of
from tests.articles.uploads import bomb, drawing, moving, photo


def test_a_photo_comes_in_two_widths_of_the_same_shape():
    sizes = sizes_of(read_picture(photo()))

    assert [(size.width, size.height) for size in sizes] == [(640, 320), (1280, 640)]
    assert [Pillow.open(BytesIO(size.content)).format for size in sizes] == ["WEBP", "WEBP"]


def test_a_small_picture_is_not_made_larger():
    assert [size.width for size in sizes_of(read_picture(photo(width=300)))] == [300]


def test_a_drawing_keeps_every_dot():
    _narrow, wide = sizes_of(read_picture(drawing()))

    shown = Pillow.open(BytesIO(wide.content)).convert("RGB")
    assert sorted(shown.getcolors()) == [(450 * 90, (0, 0, 0)), (450 * 90, (255, 255, 255))]


def test_what_the_camera_wrote_is_gone_and_the_picture_stands_upright():
    exif = Pillow.Exif()
    exif[0x010E], exif[0x0112] = "Jo Doe's garden", 6  # a description, and a quarter turn
    colours = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    upload = photo(200, 100, exif=exif, comment=b"Jo Doe", icc_profile=colours)

    (size,) = sizes_of(read_picture(upload))

    kept = Pillow.open(BytesIO(size.content))
    assert b"Jo Doe" in upload
    assert b"Jo Doe" not in size.content
    assert (kept.size, dict(kept.getexif()), kept.info.get("icc_profile")) == ((100, 200), {}, None)


def test_what_can_be_seen_through_stays_so():
    file = BytesIO()
    Pillow.new("RGBA", (20, 20), (255, 0, 0, 0)).save(file, "PNG")

    (size,) = sizes_of(read_picture(file.getvalue()))

    assert Pillow.open(BytesIO(size.content)).convert("RGBA").getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("upload", "told"),
    [
        (b"", "no picture we can read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture we can read"),
        (photo(20, 20)[:300], "no picture we can read"),
        (b"x" * (pictures.LARGEST_UPLOAD_BYTES + 1), "larger than 10 MB"),
        (moving(), "Moving pictures"),
        (bomb(), "no picture we can read"),
        (bomb(8_001, 5_000), "more than 40 million dots"),
    ],
    ids=[
        "nothing",
        "a drawing with script",
        "half a file",
        "too large",
        "moving",
        "a bomb",
        "a small bomb",
    ],
)
def test_what_is_no_safe_picture_is_refused_in_plain_words(upload, told):
    with pytest.raises(PictureError, match=told):
        read_picture(upload)
