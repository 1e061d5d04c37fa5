"""A picture has its words, hides nothing, keeps its place, and comes from our own database."""

from io import BytesIO

import html5lib
import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from PIL import Image as Pillow

from articles import pictures
from articles.ledger import Kind, findings
from articles.models import Article, Image, ImageCopy
from articles.picture_blocks import Copy, Picture
from articles.pictures import PictureError, read_picture, sizes_of
from articles.rendering import stray_pictures, to_html
from tests.articles.builders import make_article, make_faq
from tests.articles.reading import text_of, values_on

ADD = "/admin/articles/image/add/"
WORDS = {"key": "walking", "alt": "Two people walk uphill.", "credit": "TTL"}
PICTURE = Picture(
    alt='A "hill" <b>',
    caption="Uphill.",
    credit="TTL",
    copies=(
        Copy(url="/images/hill-a.webp", width=640, height=320),
        Copy(url="/images/hill-b.webp", width=1280, height=640),
    ),
)
FIGURES = {"image:hill": PICTURE}


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


def make_image(key="walking", **fields):
    image = Image.objects.create(**(WORDS | {"key": key} | fields))
    image.show(Pillow.new("RGB", (1000, 500), "green"))
    return image


@pytest.fixture
def desk(client):
    eve = User.objects.create_user("eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    return client


def send(desk, file, **words):
    upload = SimpleUploadedFile("IMG_0001.jpg", file)
    return desk.post(ADD, values_on(desk.get(ADD)) | WORDS | words | {"upload": upload})


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
    upload = photo(200, 100, exif=exif, comment=b"Jo Doe")

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


def moving() -> bytes:
    file = BytesIO()
    frames = [Pillow.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return file.getvalue()


def bomb() -> bytes:
    file = BytesIO()
    Pillow.new("1", (20_000, 20_000)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("upload", "told"),
    [
        (b"", "no picture we can read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture we can read"),
        (photo(20, 20)[:300], "no picture we can read"),
        (b"x" * (pictures.LARGEST_UPLOAD_BYTES + 1), "larger than 10 MB"),
        (moving(), "Moving pictures"),
        (bomb(), "Make it smaller|no picture we can read"),
    ],
    ids=["nothing", "a drawing with script", "half a file", "too large", "moving", "a bomb"],
)
def test_what_is_no_safe_picture_is_refused_in_plain_words(upload, told):
    with pytest.raises(PictureError, match=told):
        read_picture(upload)


def test_a_marker_on_its_own_line_becomes_a_figure_with_its_words_and_its_place_kept():
    html = to_html("Up:\n[[image:hill]]\nDown.", figures=FIGURES)

    assert html == (
        "<p>Up:</p>\n"
        '<figure class="picture"><img src="/images/hill-b.webp" '
        'srcset="/images/hill-a.webp 640w, /images/hill-b.webp 1280w" '
        'sizes="(min-width: 38rem) 36rem, 100vw" alt="A &quot;hill&quot; &lt;b&gt;" '
        'width="1280" height="640" loading="lazy">'
        "<figcaption>Uphill. TTL</figcaption></figure>\n"
        "<p>Down.</p>\n"
    )


@pytest.mark.parametrize(
    "markdown",
    ["[[image:other]]", "    [[image:hill]]", "`[[image:hill]]`", "![x](/images/hill-a.webp)"],
    ids=["unknown", "code block", "code", "Markdown's own"],
)
def test_nothing_else_becomes_a_picture(markdown):
    assert "<img" not in to_html(markdown, figures=FIGURES)


def test_a_picture_from_elsewhere_has_no_address():
    elsewhere = Copy(url="https://a.example/x.webp", width=1, height=1)
    picture = Picture(alt="x", caption="", credit="x", copies=(elsewhere,))

    html = to_html("[[image:x]]", figures={"image:x": picture})

    image = html5lib.parseFragment(html, namespaceHTMLElements=False).find(".//img")
    assert (image.get("src"), image.get("srcset"), image.get("alt")) == (None, None, "x")


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("a [[image:x]]", ["[[image:x]]"]),
        ("|a|\n|-|\n|[[image:x]]|", ["[[image:x]]"]),
        ("a\n[[image:x]]\nb", []),
        ("- [[image:x]]\n\n> [[image:x]]", []),
    ],
)
def test_a_picture_within_a_line_is_found(markdown, found):
    assert stray_pictures(markdown) == found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("missing", "rule"),
    [("alt", "image_has_alternative_text"), ("credit", "image_has_a_credit")],
)
def test_no_picture_is_kept_without_its_words(missing, rule):
    with pytest.raises(IntegrityError, match=rule):
        make_image(**{missing: ""})


@pytest.mark.parametrize(
    "alt", ["Image of a hill", "a photo of a hill", "hill.JPG", "The picture showing a hill"]
)
def test_words_that_describe_nothing_are_refused(alt):
    with pytest.raises(ValidationError, match="does not say what the picture tells"):
        Image(**(WORDS | {"alt": alt})).clean()


@pytest.mark.django_db
def test_an_article_shows_a_picture_and_its_file_may_be_kept_for_ever(client):
    image = make_image()
    make_article(body="[[image:walking]]")
    copy = image.copies.get(width=640)

    page = text_of(client.get("/articles/lifting-and-mood/"))
    file = client.get(copy.address_of(image))

    assert f"{copy.address_of(image)} 640w" in page
    assert 'alt="Two people walk uphill."' in page
    assert file.content == bytes(copy.content)
    assert {name: file[name] for name in ("Content-Type", "X-Content-Type-Options")} == {
        "Content-Type": "image/webp",
        "X-Content-Type-Options": "nosniff",
    }
    assert set(file["Cache-Control"].split(", ")) == {"public", "max-age=31536000", "immutable"}


@pytest.mark.django_db
def test_a_file_has_no_other_address(client):
    make_image()
    address = ImageCopy.objects.first().digest

    wrong = ("/images/walking-0000000000000000.webp", f"/images/other-{address}.webp")
    assert [client.get(each).status_code for each in wrong] == [404, 404]


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 30])
def test_pictures_cost_the_same_queries_however_many_they_are(
    client, django_assert_num_queries, rows
):
    keys = [make_image(f"walk-{number}").key for number in range(rows)]
    make_article(body="\n\n".join(f"[[image:{key}]]" for key in keys))

    with django_assert_num_queries(9):
        page = text_of(client.get("/articles/lifting-and-mood/"))

    assert page.count("<figure") == rows


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("body", "[[image:gone]]", "“[[image:gone]]” names no picture"),
        ("body", "See [[image:walking]]", "needs a line of its own"),
        ("summary", "[[image:walking]]", "work only in the long texts"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused_at_its_field(field, text, told):
    make_image()
    article = Article(title="T", slug="t", **({"summary": "S", "rating": "early"} | {field: text}))

    with pytest.raises(ValidationError) as refusal:
        article.full_clean()

    assert list(refusal.value.message_dict) == [field]
    assert told in refusal.value.message_dict[field][0]


@pytest.mark.django_db
def test_an_editor_uploads_a_picture_and_is_given_its_marker(desk):
    answer = send(desk, photo())

    image = Image.objects.get()
    assert answer.status_code == 302
    assert (image.alt, [copy.width for copy in image.copies.order_by("width")]) == (
        WORDS["alt"],
        [640, 1280],
    )
    assert "[[image:walking]]" in text_of(desk.get("/admin/articles/image/"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"alt": ""}, "This field is required."),
        ({"credit": ""}, "This field is required."),
        ({"alt": "IMG 0001"}, "is the name of the file"),
        ({"alt": "Image of people"}, "does not say what the picture tells"),
    ],
)
def test_the_desk_refuses_a_picture_without_words_of_its_own(desk, words, told):
    page = send(desk, photo(), **words)

    assert told in text_of(page)
    assert Image.objects.count() == 0


@pytest.mark.django_db
def test_the_desk_says_why_a_file_is_refused(desk):
    assert "no picture we can read" in text_of(send(desk, b"PK no picture"))
    assert Image.objects.count() == 0


@pytest.mark.django_db
def test_new_words_keep_the_file_and_a_new_file_keeps_the_words(desk):
    image = make_image()
    change = f"/admin/articles/image/{image.pk}/change/"
    before = list(image.copies.values_list("digest", flat=True))

    desk.post(change, values_on(desk.get(change)) | {"caption": "A hill."})
    same = list(image.copies.values_list("digest", flat=True))
    upload = SimpleUploadedFile("x.jpg", photo())
    desk.post(change, values_on(desk.get(change)) | {"upload": upload})

    image.refresh_from_db()
    assert same == before
    assert image.caption == "A hill."
    assert not set(image.copies.values_list("digest", flat=True)) & set(before)


@pytest.mark.django_db
def test_a_picture_in_use_cannot_be_deleted(desk):
    used, unused = make_image(), make_image("unused")
    make_faq(answer="[[image:walking]]")

    answers = [
        desk.post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"}).status_code
        for image in (used, unused)
    ]

    assert answers == [403, 302]
    assert list(Image.objects.values_list("key", flat=True)) == ["walking"]


@pytest.mark.django_db
def test_check_sources_names_pictures_that_no_text_shows():
    make_image()
    make_image("unused")
    make_article(body="[[image:walking]]")

    unused = [each.where for each in findings() if each.kind == Kind.UNUSED_IMAGE]

    assert unused == ["unused"]


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_costs_the_same_queries_at_1_and_30_rows(desk, django_assert_num_queries, rows):
    for number in range(rows):
        make_image(f"walk-{number}")

    with django_assert_num_queries(8):
        page = text_of(desk.get("/admin/articles/image/"))

    assert page.count("desk-thumbnail") == rows
