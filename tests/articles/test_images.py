"""A picture has its words, keeps its place, and comes from our own database."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from articles.ledger import Kind, findings
from articles.models import Article, Image, ImageCopy
from tests.articles.builders import make_article, make_faq, make_image
from tests.articles.reading import text_of, values_on
from tests.articles.uploads import photo

ADD = "/admin/articles/image/add/"
WORDS = {"key": "walking", "alt": "Two people walk uphill.", "credit": "TTL"}


def send(eves_desk, file, **words):
    upload = SimpleUploadedFile("IMG_0001.jpg", file)
    return eves_desk.post(ADD, values_on(eves_desk.get(ADD)) | WORDS | words | {"upload": upload})


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
    article = make_article(body="[[image:walking]]")
    make_faq(article=article, answer=make_image("in-an-answer").marker)
    copy = image.copies.get(width=640)

    page = text_of(client.get("/articles/lifting-and-mood/"))
    file = client.get(copy.address_of(image))

    assert f"{copy.address_of(image)} 640w" in page
    assert page.count('alt="Two people walk uphill."') == 2
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

    with django_assert_num_queries(10) as asked:
        page = text_of(client.get("/articles/lifting-and-mood/"))

    assert page.count("<figure") == rows
    assert [each for each in asked.captured_queries if '"content"' in each["sql"]] == []


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
def test_an_editor_uploads_a_picture_and_is_given_its_marker(eves_desk):
    answer = send(eves_desk, photo())

    image = Image.objects.get()
    assert answer.status_code == 302
    assert (image.alt, [copy.width for copy in image.copies.order_by("width")]) == (
        WORDS["alt"],
        [640, 1280],
    )
    assert "[[image:walking]]" in text_of(eves_desk.get("/admin/articles/image/"))


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
def test_the_desk_refuses_a_picture_without_words_of_its_own(eves_desk, words, told):
    page = send(eves_desk, photo(), **words)

    assert told in text_of(page)
    assert Image.objects.count() == 0


@pytest.mark.django_db
def test_the_desk_says_why_a_file_is_refused(eves_desk):
    assert "no picture we can read" in text_of(send(eves_desk, b"PK no picture"))
    assert Image.objects.count() == 0


@pytest.mark.django_db
def test_new_words_keep_the_file_and_a_new_file_keeps_the_words(eves_desk):
    image = make_image()
    change = f"/admin/articles/image/{image.pk}/change/"
    before = list(image.copies.values_list("digest", flat=True))

    eves_desk.post(change, values_on(eves_desk.get(change)) | {"caption": "A hill."})
    same = list(image.copies.values_list("digest", flat=True))
    upload = SimpleUploadedFile("x.jpg", photo())
    eves_desk.post(change, values_on(eves_desk.get(change)) | {"upload": upload})

    image.refresh_from_db()
    assert same == before
    assert image.caption == "A hill."
    assert not set(image.copies.values_list("digest", flat=True)) & set(before)


@pytest.mark.django_db
def test_a_picture_in_use_cannot_be_deleted(eves_desk):
    used, unused = make_image(), make_image("unused")
    make_faq(answer="[[image:walking]]")

    answers = [
        eves_desk.post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"}).status_code
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
def test_the_list_costs_the_same_queries_at_1_and_30_rows(
    eves_desk, django_assert_num_queries, rows
):
    for number in range(rows):
        make_image(f"walk-{number}")
    eves_desk.get("/admin/")  # the first page of a session starts its clocks

    with django_assert_num_queries(9):
        page = text_of(eves_desk.get("/admin/articles/image/"))

    assert page.count("desk-thumbnail") == rows
