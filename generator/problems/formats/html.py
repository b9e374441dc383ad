"""Format problems as one self-contained HTML page for mail: no script, no external files, all text escaped.

Mail programs drop external style sheets, so the page has one inline style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from generator.problems.code_guides import code_guides
from generator.problems.context import ReportContext
from generator.problems.grouping import line_ranges
from generator.problems.problem import Problem, codes, escape_invisible, shorten
from generator.problems.wording import WORDS, column_letter, location, sentence, summary

SHOWN = 20
"""Problems of one code in one file that are listed one by one."""
_BANNER = 50
_STYLE = """
body{font:15px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:62em;
margin:2em auto;padding:0 1em;color:#1c2420;background:#fff}
h1{font-size:1.5em;margin:0}h2{font-size:1.15em;margin:2.2em 0 .4em;border-bottom:2px solid #1f6b45}
h3{font-size:1em;margin:1.6em 0 .3em}.lead{font-size:1.1em;margin:.2em 0 0}
.error{color:#a3231b}.warning{color:#7a5200}.muted{color:#56605a}
table{border-collapse:collapse;width:100%;margin:.6em 0}
th,td{border-bottom:1px solid #d5ddd8;padding:.35em .6em;text-align:left;vertical-align:top}
th{font-weight:600;white-space:nowrap}.num{white-space:nowrap;font-variant-numeric:tabular-nums}
code{font-family:ui-monospace,Consolas,monospace;background:#eef3f0;padding:0 .25em;overflow-wrap:anywhere}
"""


def as_html(problems: Sequence[Problem], context: ReportContext | None = None) -> str:
    """Return an HTML page: problems by file and code with their places, and how to fix each code."""
    context = context or ReportContext()
    words = WORDS[context.lang]
    parts = [
        f"<h1>{escape(words['title'])}</h1>",
        f'<p class="lead">{escape(summary(problems, context.lang))}</p>',
    ]
    explained: set[str] = set()
    for file, group in groupby(problems, key=lambda p: p.file):
        parts.append(f"<h2>{escape(escape_invisible(file) or words['data'])}</h2>")
        by_code = sorted(group, key=lambda p: p.code)  # stable: within a code by place
        for code, same_code in groupby(by_code, key=lambda p: p.code):
            parts += _code(code, list(same_code), context, explained=code in explained)
            explained.add(code)
    language = {"zh": "zh-CN", "en": "en"}[context.lang]
    head = f'<meta charset="utf-8"><title>{escape(words["title"])}</title><style>{_STYLE}</style>'
    body = "\n".join(parts)
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _code(id_: str, problems: list[Problem], context: ReportContext, *, explained: bool) -> list[str]:
    """Return the section of one code in one file, with its meaning unless it is already `explained`."""
    words, code, guide = WORDS[context.lang], codes()[id_], code_guides()[id_]
    name = f"{escape(id_)} {escape(code.title[context.lang])}"
    if page := context.page(id_):
        name = f'<a href="{escape(page)}">{name}</a>'
    severity = f'<span class="{code.severity}">{escape(words[code.severity])}</span>'
    heads = "".join(
        f'<th scope="col">{escape(words[key])}</th>'
        for key in ("line", "column", "value", "what", "suggestion")
    )
    placed = [problem for problem in problems if problem.count == 1]
    rows = "\n".join(_row(problem, context) for problem in placed[:SHOWN])
    parts = [f"<h3>{name}　{severity}</h3>"]
    if not explained:
        parts.append(f'<p class="muted">{_text(guide.meaning[context.lang])}</p>')
    parts.append(f"<table><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table>")
    if count := sum(p.count for p in problems) - len(placed[:SHOWN]):
        numbers = line_ranges(p.line for p in placed[SHOWN:] if p.line)
        parts.append(f"<p>{escape(words['more'].format(count=count, lines=numbers))}</p>")
    for tool, text in guide.fixes[context.lang].items() if not explained else ():
        parts.append(f"<p><strong>{escape(words[tool])}</strong><br>{_text(text)}</p>")
    return parts


def _row(problem: Problem, context: ReportContext) -> str:
    message, fix = problem.words(context.lang)
    in_sheet = problem.column and problem.file.endswith(".csv")
    cell = column_letter(problem.column or 0) if in_sheet else str(problem.column or "")
    field = f"<br>{escape(shorten(problem.field))}" if problem.field else ""
    value = f"<code>{escape(shorten(problem.value))}</code>" if problem.value else ""
    proposal = f"<code>{escape(shorten(problem.suggestion))}</code>" if problem.suggestion else ""
    return (
        f'<tr><td class="num">{problem.line or ""}</td><td>{cell}{field}</td><td>{value}</td>'
        f'<td>{escape(message)}<br><span class="muted">{escape(fix)}</span></td><td>{proposal}</td></tr>'
    )


def _text(markdown: str) -> str:
    """Return a guide's text as HTML with line breaks and code spans."""
    pieces = escape(markdown.strip()).replace("\n", "<br>").split("`")
    return "".join(f"<code>{piece}</code>" if number % 2 else piece for number, piece in enumerate(pieces))


def as_banner(problems: Sequence[Problem], lang: str = "zh") -> str:
    """Return the problems as an escaped HTML list for the banner of a preview."""
    items = "".join(f"<li>{escape(_line(p, lang))}</li>" for p in problems[:_BANNER])
    return f"<p>{escape(summary(problems, lang))}</p><ul>{items}</ul>"


def _line(problem: Problem, lang: str) -> str:
    severity = WORDS[lang][problem.severity]
    return f"{location(problem)} {problem.code} {severity} {sentence(problem, lang)}"
