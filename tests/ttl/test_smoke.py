"""The site answers."""


def test_the_home_page_offers_help(client):
    page = client.get("/")

    assert "Need help now?" in page.content.decode()
