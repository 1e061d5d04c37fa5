"""What no page of ours would send: texts, numbers, names, kinds of bodies and headers."""

# Markup that nothing else on the site holds: it stands in a page only if the page obeys it.
MARK = "zq9"
FORM = "application/x-www-form-urlencoded"
MARKED = (
    f"\"'><{MARK} {MARK}=1>",
    f"</title></textarea></script><{MARK}>",
    f"' {MARK}=1 x='",
    f'" {MARK}=1 x="',
    f"<img src={MARK} {MARK}=1>",
    f"--><{MARK}>",
    f"]]><{MARK}/>",
    f"{MARK}\r\n{MARK}: 1\r\n\r\n<{MARK}>",
    f"javascript:{MARK}",
    f"[x](javascript:{MARK})",
    f"{{{{ {MARK}|safe }}}}{{% load {MARK} %}}",
)
NUMBERS = (
    *("0", "-0", "-1", "1", "3", "5", "12", "34", "90", "99999999999999999999", "9" * 400),
    *("9" * 6_000, "1e308", "1e999999999", "-1e5", "NaN", "-NaN", "sNaN", "Infinity", "-inf"),
    *("1.5", "1,5", ".5", "5.", "0x10", "1_000", " 7 ", "\u0667", "\u00b2", "+3", "3-", "00012"),
    *("0.000000000000000000000001", "1/2", "\uff13", "true", "None"),
)
DATES = (
    *("2026-11-23", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30"),
    *("-2026-01-01", "2026-11-23T10:00:00+99:99", "25:00", "23:59:60", "24:00", "18:30"),
    *(
        "2026-13-01",
        "20261123",
        "2026-W48-1",
        "tomorrow",
        "2026-11-23\0",
        "\u0662\u0660\u0662\u0666",
    ),
)
CODES = (
    *("yes", "no", "on", "none", "full", "tiny", "skip", "take", "keep", "withdraw", "kg", "lb"),
    *("chest_pain", "knee", "dumbbell", "approve", "decide", "publish", "delete_selected", "x"),
    *("decline", "changes", "archive", "download_files", "1", "2", "low_energy", "consent"),
)
ODD = (
    *(
        "",
        " ",
        "\0",
        "a\0b",
        "\ud83d",
        "\udfff\ud800",
        "\ufffe\uffff",
        "\u202e\u2066\u2069",
        "\x85",
    ),
    *("\u2028", "\x1b[2J", "\u200b" * 50, "\U0001f4aa\U0001f3fd" * 20, "e" + "\u0301" * 300),
    *("x" * 300, "x" * 5_000, "[" * 3_000, "[[image:walking]]" * 40, "[[x:y]]", "../../etc/passwd"),
    *("' OR 1=1 --", "%s%n%x", "$(id)", "`id`", "|id", "${jndi:ldap://x}", "//evil.example/", "\\"),
    *("https://evil.example/?a=b", "data:text/html,x", "*" * 500, "<" * 500, "- " * 300, "\t\n\r"),
    *('{"$ne": null}', "__all__", "constructor", "\u0130\u0131\u017f\u212a", "\ufdfa" * 20),
)
NAMES = (
    *("q", "page", "next", "sort", "o", "p", "e", "_popup", "_to_field", "_changelist_filters"),
    *("csrfmiddlewaretoken", "_save", "_continue", "action", "_selected_action", "step", "html"),
    *("token", "state", "seal", "safe", "consent", "choice", "file", "withdraw", "replacement"),
    *("app_label", "model_name", "field_name", "term", "id__in", "published_at__year", "sheet"),
    *("pk", "title__regex", "topics__id__exact", "all", "compare", "with", "version", "code"),
    *("", "a[b]", "a.b", "__class__", "name\r\nX", "\0", "e1_set_1", "phq9_9", "age", "zq9"),
)
KINDS = (
    *("", "text/plain", "application/json", "multipart/form-data", "multipart/mixed; boundary=x"),
    *("multipart/form-data; boundary=", "multipart/form-data; boundary=\xff", "text/html", "x"),
    *(f"multipart/form-data; boundary={'b' * 300}", f"{FORM}; charset=utf-16", f"{FORM}; charset"),
    *(
        f"{FORM}; charset=utf-7",
        f"{FORM}; charset=klingon",
        f"{FORM}; charset=\u0130",
        "a/b;" * 400,
    ),
    *(
        "application/csp-report",
        "application/xml",
        f"{FORM}; charset=cp037",
        f"{FORM}; charset=hex",
    ),
)
FILE_NAMES = (
    *(
        "a.json",
        "a.zip",
        "a.png",
        "",
        "..",
        "../../a",
        "a\0.png",
        "\u202egnp.exe",
        "x" * 400,
        "CON",
    ),
    *(f"<{MARK}>.png", f"a;b='{MARK}", "C:\\a.png", "\U0001f4aa.webp", "%00", "a.php.png", "."),
)
PART_HEADERS = (
    *(b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: quoted-printable"),
    *(b"Content-Type: text/plain; charset=utf-16", b"Content-Type: \xff", b"X: " + b"y" * 2_000),
    *(b"Content-Disposition: form-data; name=again", b"Content-Length: 99999999999", b":", b"\0"),
    *(b"Content-Type: image/svg+xml", b"Content-Type: multipart/mixed; boundary=fuzz"),
)
HEADERS = {
    "HTTP_HOST": (
        "evil.example",
        "testserver:99999",
        "localhost",
        "a\r\nb",
        "",
        "testserver\0",
        "[::",
    ),
    "HTTP_X_FORWARDED_HOST": ("evil.example", MARKED[0]),
    "HTTP_X_FORWARDED_PROTO": ("https", "gopher", "https,http"),
    "HTTP_X_FORWARDED_FOR": ("1.2.3.4", MARKED[7], "a," * 900, "::1", "'"),
    "HTTP_X_FORWARDED_PREFIX": ("/evil", "//evil.example"),
    "HTTP_X_ORIGINAL_URL": ("/admin/",),
    "HTTP_X_HTTP_METHOD_OVERRIDE": ("DELETE",),
    "HTTP_FORWARDED": ("for=evil;host=evil.example",),
    "HTTP_RANGE": ("bytes=0-0", "bytes=-1", "bytes=9999999999999-", "bytes=" + "0-1," * 900, "x"),
    "HTTP_IF_NONE_MATCH": ("*", '"x"', "W/" * 900, '"\xff"', '"' * 99, '"a", ' * 500),
    "HTTP_IF_MATCH": ("*", '"x"', ""),
    "HTTP_IF_MODIFIED_SINCE": (
        "never",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Thu, 99 Xxx 0000 99:99:99",
    ),
    "HTTP_IF_UNMODIFIED_SINCE": ("Thu, 01 Jan 1970 00:00:00 GMT", "Sun, 31 Dec 99999 23:59:59 GMT"),
    "HTTP_ACCEPT": ("*/*", "x" * 4_000, "application/json;q=NaN", "text/html;q=-1,,;", "\xff"),
    "HTTP_ACCEPT_LANGUAGE": ("de", "x" * 600, "en;q=1;q=2", "../../x", "zz-" * 90, "*", "\u0130"),
    "HTTP_ACCEPT_ENCODING": ("gzip", "br", "gzip;q=9e9", "identity;q=0", "*;q=0", ""),
    "HTTP_ACCEPT_CHARSET": ("utf-16", "\0"),
    "HTTP_COOKIE": (
        "session=x",
        "csrf=y; session=../../x",
        "=;" * 400,
        "a=\xff",
        "session=" + "x" * 5_000,
    ),
    "HTTP_ORIGIN": (
        "null",
        "http://testserver",
        "https://evil.example",
        "//",
        "http://testserver:x",
    ),
    "HTTP_SEC_FETCH_SITE": ("same-origin", "cross-site", "none", "", MARK),
    "HTTP_REFERER": (MARKED[0], "http://[", "//testserver", "x" * 9_000, "\xff"),
    "HTTP_USER_AGENT": (MARKED[7], "", "sqlmap", "\xff\xfe", "${jndi:ldap://x}"),
    "HTTP_AUTHORIZATION": ("Basic YTpi", "Bearer x", "Basic \xff"),
    "HTTP_TRANSFER_ENCODING": ("chunked", "xchunked"),
    "HTTP_CONTENT_ENCODING": ("gzip", "deflate, br"),
    "HTTP_EXPECT": ("100-continue",),
    "HTTP_UPGRADE": ("h2c", "websocket"),
    "HTTP_X_REQUESTED_WITH": ("XMLHttpRequest",),
    "HTTP_X_REQUEST_ID": (MARKED[7], "x" * 900, "\u0130", "id"),
    "CONTENT_LENGTH": ("-1", "x", "99999999999999999999", "0", "1", "", "\u0663"),
    "REQUEST_SCHEME": ("x",),
}
