"""The self-check of the headers, asked of a real server under the settings of production."""


def test_a_site_behind_its_proxy_passes_and_one_without_https_fails(site):
    site.start(HTTPS="true", BEHIND_PROXY="true", ALLOWED_HOSTS="localhost,127.0.0.1")
    url = f"http://127.0.0.1:{site.port}"

    passed = site.manage("check_headers", url, "--as-proxy", "--at-least", "150", check=False)
    failed = site.manage("check_headers", url, check=False)

    heads = [line for line in passed.stdout.splitlines() if line.startswith("/")]
    assert heads == [
        "/  150",
        "/articles/  150",
        "/help/  150",
        "/plan/  150",
        "/es/  150",
        "/es/plan/  150",
        "/admin/login/  155",
    ]
    assert passed.returncode == 0
    assert failed.returncode == 1
    assert "/ answered 301" in failed.stderr
